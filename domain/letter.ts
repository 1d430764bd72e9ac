import type { DeadlineAction, HoldReason } from "./draft-life.ts";

export const letterStatuses = [
  "pending_approval",
  "queued",
  "sending",
  "sent",
  "failed",
  "stopped",
  "rejected",
  "cancelled",
] as const;
/** Where a letter stands. `stopped` was kept back by a rule as it was about to leave, `failed` by the mailer. */
export type LetterStatus = (typeof letterStatuses)[number];

export const letterStates = [...letterStatuses, "scheduled"] as const;
/** What is told of it: a queued letter with an hour of its own ahead is scheduled. */
export type LetterState = (typeof letterStates)[number];

export function letterState(letter: { status: LetterStatus; sendAt: Date | null }, now: Date): LetterState {
  const waits = letter.status === "queued" && letter.sendAt !== null && letter.sendAt > now;
  return waits ? "scheduled" : letter.status;
}

export const letterFlags = [
  "many_recipients",
  "other_sender",
  "unknown_offer",
  "attachments",
  "by_writer",
  "needs_person",
] as const;
/** What makes a person look at a letter that would otherwise go. */
export type LetterFlag = (typeof letterFlags)[number];

export const letterMakers = ["member", "key", "writer"] as const;
/** Who wrote a letter: a person, a program, or the writer in answer to a mail. */
export type LetterMakerKind = (typeof letterMakers)[number];

export const letterActs = ["approved", "rejected", "cancelled", "edited", "rescheduled", "tagged", "expired"] as const;
export type LetterAct = (typeof letterActs)[number];

/** Why a letter waits: by the tenant's oversight, with what was noticed about it. */
export type LetterHolds = { holds: HoldReason[]; flags: LetterFlag[] };

/**
 * What becomes of a letter that nobody looked at in time: where the scripted writer would write instead, nobody can for a
 * letter, so that it waits on; else it is dropped. No clock sends it, as it is for people to let go.
 */
export function atLetterDeadline(action: DeadlineAction): "kept" | "dropped" {
  return action === "scripted" ? "kept" : "dropped";
}

export const mostRecipients = 50;
/** How far ahead a letter may be given its hour. */
export const mostDaysAhead = 365;
const manyRecipients = 10;

/** What is looked at: the words as text, the offers that the tenant has, who gets it and from which of its addresses. */
export type LetterFacts = {
  recipients: number;
  knownSender: boolean;
  attachments: number;
  text: string;
  offeredPercents: number[];
};

/** What is noticed about a letter. An offer is unknown when no incentive of the tenant stands for its percentage. */
export function flagsOf(facts: LetterFacts): LetterFlag[] {
  const unknown = percentsIn(facts.text).some((percent) => !facts.offeredPercents.includes(percent));
  const asked: [LetterFlag, boolean][] = [
    ["many_recipients", facts.recipients > manyRecipients],
    ["other_sender", !facts.knownSender],
    ["unknown_offer", unknown],
    ["attachments", facts.attachments > 0],
  ];
  return asked.flatMap(([flag, is]) => (is ? [flag] : []));
}

/** Percentages that a text names, in any digits' script that writers of ours use: `10 %`, `10%`, `%10`, `10 percent`. */
export function percentsIn(text: string): number[] {
  const said = text.normalize("NFKC");
  const forms =
    /(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent|prozent|procent|pour cent|por ciento)|%\s*(\d+(?:[.,]\d+)?)/giu;
  return [...said.matchAll(forms)].map(([, before, after]) => Number((before ?? after ?? "").replace(",", ".")));
}

/** Which acts a letter is open to where it stands; `scheduled` is open to what queued is. */
const openTo: Record<LetterStatus, LetterAct[]> = {
  pending_approval: ["approved", "rejected", "cancelled", "edited", "rescheduled", "tagged"],
  queued: ["cancelled", "edited", "rescheduled", "tagged"],
  sending: ["tagged"],
  sent: ["tagged"],
  failed: ["tagged"],
  stopped: ["tagged"],
  rejected: ["tagged"],
  cancelled: ["tagged"],
};

export function mayAct(status: LetterStatus, act: LetterAct): boolean {
  return openTo[status].includes(act);
}

/** Minutes until a letter is tried again that the mailer could not take; after the last it has failed. */
const retryMinutes = [1, 5, 15, 60, 240];

export function nextTry(attempts: number, retryAfterSeconds: number | null, now: Date): Date | null {
  const minutes = retryMinutes[attempts - 1];
  if (minutes === undefined) return null;
  return new Date(now.getTime() + (retryAfterSeconds === null ? minutes * 60_000 : retryAfterSeconds * 1_000));
}

export const letterFormats = ["text", "html", "markdown"] as const;
/** The words of a letter as they were given. */
export type LetterBody = { format: (typeof letterFormats)[number]; body: string };
