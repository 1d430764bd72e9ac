import type { StopReason } from "./decision.ts";
import type { CloseReason } from "./enrollment.ts";
import type { Change, Revalidation } from "./revalidation.ts";
import type { OversightMode } from "./sequence.ts";

/** Why a draft waits for a person: its mode, a rule that always asks for one, or what became of it. */
export const holdReasons = [
  "gated",
  "finding",
  "first_of_version",
  "incentive",
  "cart_value",
  "low_confidence",
  "vip",
  "new_language",
  "sampled",
  "demoted",
  "expired_fallback",
] as const;
export type HoldReason = (typeof holdReasons)[number];

export const deadlineActions = ["send", "drop", "scripted"] as const;
/** What happens to a draft nobody reviewed in time: send it, drop it, or put the scripted writer's words in its place. */
export type DeadlineAction = (typeof deadlineActions)[number];

/** Who acts on a draft: a person or key by id, or the tenant's policy. */
export type Reviewer = { kind: "member" | "key"; id: string } | { kind: "policy" };

/** Words and the facts under them, named by their hash. The author is the person or key that typed them, if any did. */
export type Proposal = { hash: string; authorId: string | null };

/** What the policy asks of one proposal: no holds lets it go on by policy. Two approvals are two different people's. */
export type Oversight = { mode: OversightMode; holds: HoldReason[]; approvals: 1 | 2; sampled: boolean };

/** What a draft carries from its inspection to its end. `dueAt` and `atDeadline` say until when it waits for a person. */
export type Overseen = {
  proposal: Proposal;
  oversight: Oversight;
  dueAt: Date;
  atDeadline: DeadlineAction;
  approvedBy: string[];
};

/** By what a draft may leave: people who approved exactly these words, the policy, or the policy at the deadline. */
export type Clearance = { kind: "people" | "policy" | "deadline"; hash: string };

/**
 * A try at handing a message over, by which run and until when it is left alone. A later try cannot know whether an earlier
 * one got through: `retaken`.
 */
export type Claim = { run: string; until: Date; retaken: boolean };

/** Why a draft is kept from leaving: a person took it back, or its facts moved, which voids whatever cleared it. */
export type HoldBack =
  | { kind: "taken_back"; by: string | null; clearance: Clearance }
  | { kind: "stale"; changes: Change[] };

export const lifeStops = ["stale", "taken_back", "refused", "no_answer", "outcome_unknown", "erased"] as const;
/** Why a draft's message will never be sent, the reasons of `decide` included. */
export type LifeStop = StopReason | CloseReason | (typeof lifeStops)[number];

/** Where one decision's draft stands, from its first words to the message that was sent or never will be. */
export type DraftLife =
  | { kind: "written"; proposal: Proposal }
  | ({ kind: "inspected" } & Overseen)
  | ({ kind: "waiting" } & Overseen)
  | ({ kind: "edited" } & Overseen)
  | ({ kind: "approved"; clearance: Clearance } & Overseen)
  | ({ kind: "scheduled"; clearance: Clearance; leavesAt: Date; attempts: number; claim: Claim | null } & Overseen)
  | ({ kind: "held"; back: HoldBack; until: Date } & Overseen)
  | ({ kind: "rejected"; by: string | null; reason: string | null } & Overseen)
  | { kind: "expired"; proposal: Proposal }
  | { kind: "sent"; proposal: Proposal; at: Date }
  | { kind: "stopped"; proposal: Proposal; reason: LifeStop; mayHaveLeft: boolean };
export type LifeKind = DraftLife["kind"];
export type Life<Kind extends LifeKind> = Extract<DraftLife, { kind: Kind }>;

export const lifeKinds = [
  "written",
  "inspected",
  "waiting",
  "approved",
  "edited",
  "rejected",
  "expired",
  "scheduled",
  "held",
  "sent",
  "stopped",
] as const satisfies LifeKind[];

type Judged = { oversight: Oversight; dueAt: Date; atDeadline: DeadlineAction };

export type EventOf<Kind extends LifeEvent["kind"]> = Extract<LifeEvent, { kind: Kind }>;

/**
 * What happens to a draft. Hashes name the words that the actor saw, `at` is when it happened, `attempt` is the number that
 * `attempts` had when the try began, `hasEnded` says that the sequence is over for the shopper.
 */
export type LifeEvent =
  | ({ kind: "inspected" } & Judged)
  | { kind: "passed" }
  | { kind: "approved"; by: Reviewer; hash: string; answer: Revalidation }
  | ({ kind: "edited"; by: Reviewer; hash: string; newHash: string } & Judged)
  | { kind: "rejected"; by: Reviewer; hash: string; reason: string | null }
  | { kind: "commented"; by: Reviewer }
  | { kind: "deadline_passed"; at: Date; fallbackHash: string | null; fallbackDueAt: Date }
  | { kind: "queued"; leavesAt: Date }
  | { kind: "revalidated"; answer: Revalidation; until: Date }
  | { kind: "rewritten"; newHash: string }
  | { kind: "claimed"; at: Date; run: string; until: Date }
  | { kind: "checked"; attempt: number; answer: Revalidation; repeatable: boolean; until: Date }
  | { kind: "accepted"; at: Date }
  | { kind: "refused"; attempt: number }
  | { kind: "unanswered"; attempt: number; repeatable: boolean; again: Date | null }
  | { kind: "taken_back"; by: Reviewer; until: Date }
  | { kind: "released"; by: Reviewer; at: Date }
  | { kind: "undone"; by: Reviewer; at: Date; dueAt: Date; hasEnded: boolean }
  | { kind: "ended"; reason: StopReason | CloseReason | "erased" };

export const refusals = [
  "settled",
  "not_a_person",
  "other_words",
  "author",
  "approved_before",
  "stale",
  "ended",
  "not_due",
  "leaving",
  "too_late",
  "not_yours",
  "needs_a_person",
  "not_cleared",
] as const;
/** Why an event changes nothing. */
export type Refusal = (typeof refusals)[number];
export type Refused = { kind: "refused"; reason: Refusal; changes: Change[] };

export type Advanced = DraftLife | Refused;

/** An event that changes nothing, and why. */
export function refuse(reason: Refusal, changes: Change[] = []): Refused {
  return { kind: "refused", reason, changes };
}
