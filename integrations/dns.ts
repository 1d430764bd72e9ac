import { type AskedMail, authenticateMail, isRelay, type Peer, peerIn } from "./dns/authenticate.ts";
import { readDomainRecords } from "./dns/domain-records.ts";
import { type Dns, type DnsRules, dnsFor } from "./dns/resolver.ts";
import { type ResendDomain, resendDomainRecords, resendDomains } from "./resend/domain-records.ts";

export type { AskedMail, Dns, DnsRules, Peer, ResendDomain };

/** DNS, and what is asked of it: whether a mail's sender is whom it says, and what a domain has published, or should by its mailer. */
export { authenticateMail, dnsFor, isRelay, peerIn, readDomainRecords, resendDomainRecords, resendDomains };
