/** Whether big mailbox providers will take mail from a domain: by what is published, as far as DNS could be asked. */
export const domainStandings = ["meets", "refused", "not_known"] as const;
export type DomainStanding = (typeof domainStandings)[number];

export const domainParts = ["spf", "dkim", "dmarc", "mx"] as const;
export type DomainPart = (typeof domainParts)[number];

/** `weak` works and could be better; `broken` is there and does not work; `not_known` could not be asked. */
export const partStates = ["good", "weak", "missing", "broken", "not_known"] as const;
export type PartState = (typeof partStates)[number];

export const domainProblems = [
  "none_found",
  "not_asked",
  "several_records",
  "syntax",
  "too_many_lookups",
  "too_many_void_lookups",
  "loop",
  "allows_everyone",
  "allows_nobody",
  "no_end",
  "uses_ptr",
  "lacks_mailer",
  "include_broken",
  "key_revoked",
  "key_weak",
  "key_unreadable",
  "key_for_tests",
  "policy_unreadable",
  "policy_missing",
  "policy_none",
  "subdomain_policy",
  "for_tests",
  "reports_nowhere",
  "null_mx",
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
