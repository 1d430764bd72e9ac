import { type AskedMail, authenticateMail, isRelay, type Peer, peerIn } from "./dns/authenticate.ts";
import { type Dns, type DnsRules, dnsFor } from "./dns/resolver.ts";

export type { AskedMail, Dns, DnsRules, Peer };

/** DNS, and what is asked of it: whether a mail's sender is whom it says. */
export { authenticateMail, dnsFor, isRelay, peerIn };
