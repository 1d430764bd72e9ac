import { stopReasons } from "../decision.ts";
import {
  type DeadlineAction,
  type DraftLife,
  type EventOf,
  type LifeEvent,
  type LifeStop,
  lifeStops,
  type Oversight,
  type Proposal,
} from "../draft-life.ts";
import { closeReasons } from "../enrollment.ts";
import type { MessageStatus } from "../message.ts";
import { advance, isFinal } from "../review.ts";

/**
 * The message row of a decision. `hash` is that of the draft it was queued with; `claimedUntil` when a claim goes stale;
 * `retaken` whether an earlier try under the claim may have got through.
 */
export type StoredMessage = {
  hash: string;
  status: MessageStatus;
  dueAt: Date;
  attempts: number;
  claim: string | null;
  claimedUntil: Date | null;
  retaken: boolean;
  sentAt: Date | null;
  reason: string | null;
};

/** What is an act of somebody on a draft, and so a row of its own. What a message goes through is the message's row. */
export type Act = Extract<
  LifeEvent,
  {
    kind: "passed" | "approved" | "rejected" | "deadline_passed" | "taken_back" | "released" | "undone" | "revalidated";
  }
>;

/** What a stored act is called. An edit is kept as an act on the draft that it replaced, which it says nothing about. */
export type ReviewKind = Act["kind"] | "edited";

/** The stored rows of one decision: its chosen draft, the acts on that draft in order, its message, its enrollment's end. */
export type StoredLife = {
  proposal: Proposal;
  oversight: Oversight;
  dueAt: Date;
  atDeadline: DeadlineAction;
  acts: Act[];
  message: StoredMessage | null;
  ended: EventOf<"ended">["reason"] | null;
};

/**
 * Where a draft stands by its rows: what the state machine makes of its acts, in the order in which they were stored, and
 * then of its message. An act that the machine refuses has changed nothing and changes nothing here.
 */
export function lifeOf(stored: StoredLife): DraftLife {
  const { proposal, oversight, dueAt, atDeadline, acts, message, ended } = stored;
  const kind = proposal.authorId !== null ? "edited" : oversight.holds.length > 0 ? "waiting" : "inspected";
  let life: DraftLife = { kind, proposal, oversight, dueAt, atDeadline, approvedBy: [] };
  for (const act of acts) {
    const next = advance(life, act);
    if (next.kind !== "refused") life = next;
  }
  const now = message ? withMessage(life, message) : life;
  return ended === null || isFinal(now) ? now : { ...stoppedBy(ended, now), mayHaveLeft: hasClaim(now) };
}

/** A message says more than the acts only when it is of these words and they are cleared; what was sent was sent. */
function withMessage(life: DraftLife, message: StoredMessage): DraftLife {
  const { status, dueAt, attempts, claim, claimedUntil, retaken, reason } = message;
  if (status === "sent") return { kind: "sent", proposal: life.proposal, at: message.sentAt ?? dueAt };
  if (status === "held" || message.hash !== life.proposal.hash || life.kind !== "approved") return life;
  const mayHaveLeft = attempts > 0;
  if (status === "failed") return { ...stoppedBy(failureOf(reason), life), mayHaveLeft };
  if (status === "stopped") return { ...stoppedBy(stopOf(reason), life), mayHaveLeft };
  const held = status === "sending" && claim !== null && claimedUntil !== null;
  const taken = held ? { run: claim, until: claimedUntil, retaken } : null;
  return { ...life, kind: "scheduled", leavesAt: dueAt, attempts, claim: taken };
}

function stoppedBy(reason: LifeStop, { proposal }: DraftLife): Extract<DraftLife, { kind: "stopped" }> {
  return { kind: "stopped", proposal, reason, mayHaveLeft: false };
}

const hasClaim = (life: DraftLife) => life.kind === "scheduled" && life.claim !== null;

/** A provider's own words are kept on the row; to the life it is a refusal. */
function failureOf(reason: string | null): LifeStop {
  return lifeStops.find((one) => one === reason) ?? "refused";
}

function stopOf(reason: string | null): LifeStop {
  return [...stopReasons, ...closeReasons, ...lifeStops].find((one) => one === reason) ?? "expired";
}
