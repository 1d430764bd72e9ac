import type { MxRecord } from "./sender-domain/records.ts";

export const domainStandings = ["fine", "lacking", "not_known"] as const;
/**
 * Whether a domain can do what it is used for. `fine` for one that sends: an aligned DKIM key or SPF record, and a DMARC policy
 * of at least `none`, which is what Gmail and Yahoo ask of bulk senders.
 */
export type DomainStanding = (typeof domainStandings)[number];

export const domainParts = ["spf", "dkim", "dmarc", "mx"] as const;
export type DomainPart = (typeof domainParts)[number];

export const partStates = ["good", "weak", "missing", "broken", "not_known"] as const;
/** `weak` works and could be better; `broken` is there and does not work; `not_known` could not be asked. */
export type PartState = (typeof partStates)[number];

export const domainProblems = [
  "several_records",
  "syntax",
  "too_many_lookups",
  "loop",
  "include_broken",
  "allows_everyone",
  "allows_nobody",
  "no_end",
  "uses_ptr",
  "lacks_mailer",
  "key_revoked",
  "key_weak",
  "key_unreadable",
  "key_for_tests",
  "policy_missing",
  "policy_unreadable",
  "policy_none",
  "weaker_below",
  "for_tests",
  "null_mx",
  "not_asked",
] as const;
export type DomainProblem = (typeof domainProblems)[number];

/** What is wrong, with the words of the record that it is about. */
export type FoundProblem = { kind: DomainProblem; about: string | null };

/** A record as it is put into DNS. `value` is null where only the mailer knows it. */
export type DnsRecord = { type: "TXT" | "MX" | "CNAME"; name: string; value: string | null };

export type PartReport = {
  part: DomainPart;
  state: PartState;
  /** The records that were found, as they stand. */
  found: DnsRecord[];
  problems: FoundProblem[];
  /** What to put into DNS where something is missing or broken. */
  wants: DnsRecord[];
};

/** What was judged of a domain's records. */
export type DomainReport = { parts: PartReport[] };

/** What a domain is used for, and by which ways. */
export type DomainUse = {
  domain: string;
  sends: boolean;
  receives: boolean;
  mailer: "resend" | "smtp" | "outbox";
  /** The server that takes our mail, where mail leaves by SMTP. */
  relay: string | null;
  /** What the mailer itself asks to be put into DNS, where it says so. */
  mailersRecords: DnsRecord[];
};

/** A domain as pages and programs see it; instants are ISO 8601. */
export type DomainRow = {
  domain: string;
  sends: boolean;
  receives: boolean;
  /** Names under which the mailer's DKIM keys are looked up. */
  selectors: string[];
  standing: DomainStanding;
  /** Since when it is not fine any more, where it was before; null otherwise. */
  lapsedSince: string | null;
  /** Null where it was never checked. */
  checkedAt: string | null;
  parts: PartReport[];
};

/** Where SPF is looked up for a domain's mail: at the sender of the envelope, which Resend puts below the domain. */
export function envelopeDomain({ domain, mailer, mailersRecords }: DomainUse): string {
  const told = mailersRecords.find(({ type, value }) => type === "TXT" && value?.startsWith("v=spf1"));
  return told?.name ?? (mailer === "resend" ? `send.${domain}` : domain);
}

/** A name under which a DKIM key may be published. */
export const isSelector = (text: string) =>
  text.length <= 100 && /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/i.test(text);

export const mxValue = ({ priority, exchange }: MxRecord) => `${priority} ${exchange}`;
