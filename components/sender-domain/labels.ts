import type {
  DomainPart,
  DomainProblem,
  DomainRow,
  DomainStanding,
  PartReport,
  PartState,
} from "#domain/sender-domain.ts";
import type { Tone } from "../ui/badge.tsx";

export const partNames: Record<DomainPart, string> = { spf: "SPF", dkim: "DKIM", dmarc: "DMARC", mx: "MX" };

export const partMeanings: Record<DomainPart, string> = {
  spf: "which servers may send for the domain",
  dkim: "the key that signs its mail",
  dmarc: "what receivers do with mail that neither speaks for",
  mx: "which server takes mail for its mailboxes",
};

export const stateLabels: Record<PartState, string> = {
  good: "Good",
  weak: "Works, could be better",
  missing: "Missing",
  broken: "Does not work",
  not_known: "Not known",
};
export const stateTones: Record<PartState, Tone> = {
  good: "good",
  weak: "warn",
  missing: "bad",
  broken: "bad",
  not_known: "neutral",
};

export const standingLabels: Record<DomainStanding, string> = {
  fine: "Fine",
  lacking: "Something is missing",
  not_known: "Not known",
};
export const standingTones: Record<DomainStanding, Tone> = { fine: "good", lacking: "bad", not_known: "neutral" };

const problemLabels: Record<DomainProblem, (about: string | null) => string> = {
  several_records: (about) => `There is more than one record${about ? ` (${about})` : ""}; receivers then follow none.`,
  syntax: (about) => `Receivers cannot read “${about}”.`,
  too_many_lookups: (about) => `It takes ${about} lookups; receivers stop at 10 and take the record for broken.`,
  loop: (about) => `It refers to ${about}, which refers back to itself.`,
  include_broken: (about) => `It includes ${about}, which has no record of its own.`,
  allows_everyone: (about) => `“${about}” lets anybody send for this domain.`,
  allows_nobody: () => "It says that no server may send for this domain.",
  no_end: () => "It does not say what becomes of other servers; end it with ~all or -all.",
  uses_ptr: () => "“ptr” is no longer to be used; some receivers pass over it.",
  lacks_mailer: (about) => `It does not allow the servers that our mail leaves by (include:${about}).`,
  key_revoked: (about) => `The key at ${about} was taken back.`,
  key_weak: (about) => `The key at ${about} is short; receivers ask for 2048 bits, and take none below 1024.`,
  key_unreadable: (about) => `There is no key that can be read at ${about}.`,
  key_for_tests: (about) => `The key at ${about} says that it is being tried out (t=y).`,
  policy_missing: () => "It names no policy (p=).",
  policy_unreadable: (about) => `“${about}” is no policy: it may be none, quarantine or reject.`,
  policy_none: (about) =>
    `“${about}” is enough for Gmail, but forged mail is still taken; quarantine or reject stop it.`,
  weaker_below: (about) => `“${about}” asks for less of the domains below this one.`,
  for_tests: (about) => `“${about}” says that the policy is being tried out: receivers do one step less.`,
  null_mx: () => "It says that this domain takes no mail at all.",
  not_asked: () => "DNS could not be asked. Nothing is said by that.",
};

export const problemText = ({ kind, about }: PartReport["problems"][number]) => problemLabels[kind](about);

/** What follows for mail, in a sentence. */
export function standingText({ domain, standing, sends, checkedAt }: DomainRow): string {
  if (checkedAt === null) return "It was not checked yet.";
  if (standing === "not_known") return "DNS could not be asked about all of it.";
  if (standing === "lacking")
    return sends
      ? `Mail from ${domain} will likely be refused by Gmail and Yahoo.`
      : `Mail to ${domain} will likely not arrive.`;
  return sends ? "It has what Gmail and Yahoo ask of senders." : "Mail finds its server.";
}

export const wantedText: Record<DomainPart, string> = {
  spf: "Put this record in the place of what is there:",
  dkim: "Put your mailer's key there:",
  dmarc: "Put this record in the place of what is there:",
  mx: "Put the server there that takes your mail:",
};
