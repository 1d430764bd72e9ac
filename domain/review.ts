import {
  type Advanced,
  type DeadlineAction,
  type DraftLife,
  type EventOf,
  type Life,
  type LifeEvent,
  type Overseen,
  type Oversight,
  type Proposal,
  type Reviewer,
  refuse,
} from "./draft-life.ts";
import { accept, check, claim, needsPeople, queue, refuseMail, retry, setBack, stopped } from "./oversight/leaving.ts";

export const verdicts = ["approved", "edited", "rejected", "expired"] as const;
export type Verdict = (typeof verdicts)[number];

/** The author of words may not approve them: not the member who edited, not the key that wrote. */
export function mayReview(reviewer: { id: string }, draft: { authorId: string | null }): boolean {
  return draft.authorId === null || draft.authorId !== reviewer.id;
}

/** Whether nothing more will happen to a draft by itself. A rejection may be undone by whoever gave it, in time. */
export function isFinal(life: DraftLife): life is Life<"rejected" | "expired" | "sent" | "stopped"> {
  const { kind } = life;
  return kind === "rejected" || kind === "expired" || kind === "sent" || kind === "stopped";
}

/** What the deadline does to a draft. What only people may clear is never sent by a clock: it is dropped. */
export function deadlineActionFor(oversight: Oversight, action: DeadlineAction): DeadlineAction {
  return action === "send" && needsPeople(oversight) ? "drop" : action;
}

/**
 * The state machine of a draft's life: the state after an event, or the reason why the event changes nothing. An event
 * that comes twice is refused the second time. Needs no clock: events bring their instants.
 */
export function advance(life: DraftLife, event: LifeEvent): Advanced {
  switch (event.kind) {
    case "inspected":
      return life.kind === "written" ? judged(life.proposal, event) : refuse("settled");
    case "passed":
      return pass(life);
    case "approved":
      return approve(life, event);
    case "edited":
      return edit(life, event);
    case "rejected":
      return reject(life, event);
    case "commented":
      return life;
    case "deadline_passed":
      return passDeadline(life, event);
    case "revalidated":
      return revalidated(life, event);
    case "rewritten":
      return rewrite(life, event);
    case "taken_back":
      return takeBack(life, event);
    case "released":
      return release(life, event);
    case "undone":
      return undo(life, event);
    case "ended":
      return isFinal(life) ? refuse("settled") : stopped(life, event.reason);
    default:
      return leave(life, event);
  }
}

type Leaving = EventOf<"queued" | "claimed" | "checked" | "accepted" | "refused" | "unanswered">;

function leave(life: DraftLife, event: Leaving): Advanced {
  switch (event.kind) {
    case "queued":
      return queue(life, event);
    case "claimed":
      return claim(life, event);
    case "checked":
      return check(life, event);
    case "accepted":
      return accept(life, event);
    case "refused":
      return refuseMail(life, event);
    case "unanswered":
      return retry(life, event);
  }
}

type Judgement = Pick<EventOf<"inspected">, "oversight" | "dueAt" | "atDeadline">;
type Open = Life<"waiting" | "edited">;

function judged(proposal: Proposal, { oversight, dueAt, atDeadline }: Judgement): Life<"waiting" | "inspected"> {
  const kind = oversight.holds.length > 0 ? "waiting" : "inspected";
  return { kind, proposal, oversight, dueAt, atDeadline, approvedBy: [] };
}

function isOpen(life: DraftLife): life is Open {
  return life.kind === "waiting" || life.kind === "edited";
}

/** The policy lets a draft go on that nothing holds; a person's edit that leaves no hold goes the same way. */
function pass(life: DraftLife): Advanced {
  if (life.kind !== "inspected" && life.kind !== "edited") return refuse("settled");
  if (life.oversight.holds.length > 0) return refuse("needs_a_person");
  return { ...life, kind: "approved", clearance: { kind: "policy", hash: life.proposal.hash } };
}

function approve(life: DraftLife, { by, hash, answer }: EventOf<"approved">): Advanced {
  if (!isOpen(life)) return refuse("settled");
  if (by.kind !== "member") return refuse("not_a_person");
  if (hash !== life.proposal.hash) return refuse("other_words");
  if (!mayReview(by, life.proposal)) return refuse("author");
  if (life.approvedBy.includes(by.id)) return refuse("approved_before");
  if (answer.kind === "stop") return refuse("ended");
  if (answer.kind === "stale") return refuse("stale", answer.changes);
  const approvedBy = [...life.approvedBy, by.id];
  if (approvedBy.length < life.oversight.approvals) return { ...life, approvedBy };
  return { ...life, kind: "approved", approvedBy, clearance: { kind: "people", hash } };
}

/** New words by a person's hand: nobody has approved them yet, and their author never will. */
function edit(life: DraftLife, event: EventOf<"edited">): Advanced {
  if (life.kind === "scheduled") return refuse("leaving");
  const takenBack = life.kind === "held" && life.back.kind === "taken_back";
  if (!isOpen(life) && life.kind !== "approved" && !takenBack) return refuse("settled");
  if (event.by.kind === "policy") return refuse("not_a_person");
  if (event.hash !== life.proposal.hash) return refuse("other_words");
  const proposal = { hash: event.newHash, authorId: event.by.id };
  return { ...judged(proposal, event), kind: "edited" };
}

/** A rejection voids what was approved before; it may be undone until the draft would have ended by itself. */
function reject(life: DraftLife, { by, hash, reason }: EventOf<"rejected">): Advanced {
  if (!isOpen(life) && life.kind !== "held") return refuse("settled");
  if (hash !== life.proposal.hash) return refuse("other_words");
  const dueAt = life.kind === "held" ? life.until : life.dueAt;
  return { ...carried(life), kind: "rejected", dueAt, approvedBy: [], by: idOf(by), reason };
}

function passDeadline(life: DraftLife, event: EventOf<"deadline_passed">): Advanced {
  if (life.kind === "held")
    return event.at < life.until
      ? refuse("not_due")
      : stopped(life, life.back.kind === "stale" ? "stale" : "taken_back");
  if (!isOpen(life)) return refuse("settled");
  if (event.at < life.dueAt) return refuse("not_due");
  const action = deadlineActionFor(life.oversight, life.atDeadline);
  if (action === "scripted") return fallBack(life, event);
  return action === "send" ? clearedByClock(life, life.proposal) : { kind: "expired", proposal: life.proposal };
}

/** The scripted words in place of those nobody reviewed. Where people must approve they wait in turn, once. */
function fallBack(life: Open, { fallbackHash, fallbackDueAt }: EventOf<"deadline_passed">): DraftLife {
  const mustWait = needsPeople(life.oversight);
  if (fallbackHash === null)
    return mustWait ? { kind: "expired", proposal: life.proposal } : clearedByClock(life, life.proposal);
  const proposal = { hash: fallbackHash, authorId: null };
  if (!mustWait) return clearedByClock(life, proposal);
  const oversight: Oversight = { ...life.oversight, holds: ["expired_fallback", ...life.oversight.holds] };
  return judged(proposal, { oversight, dueAt: fallbackDueAt, atDeadline: "drop" });
}

function clearedByClock(life: Overseen, proposal: Proposal): DraftLife {
  return { ...carried(life), kind: "approved", proposal, clearance: { kind: "deadline", hash: proposal.hash } };
}

/** Asked again over fresh rows while nothing is under way: ends what has ended, holds back what facts moved under. */
function revalidated(life: DraftLife, { answer, until }: EventOf<"revalidated">): Advanced {
  if (isFinal(life) || life.kind === "written" || life.kind === "held") return refuse("settled");
  if (life.kind === "scheduled" && life.claim) return refuse("leaving");
  if (answer.kind === "stop") return stopped(life, answer.reason);
  return answer.kind === "stale" ? { ...setBack(life), back: answer, until } : life;
}

function rewrite(life: DraftLife, { newHash }: EventOf<"rewritten">): Advanced {
  if (life.kind !== "held" || life.back.kind !== "stale") return refuse("settled");
  return { kind: "written", proposal: { hash: newHash, authorId: null } };
}

function takeBack(life: DraftLife, { by, until }: EventOf<"taken_back">): Advanced {
  if (life.kind !== "approved" && life.kind !== "scheduled") return refuse("not_cleared");
  if (life.kind === "scheduled" && life.claim) return refuse("leaving");
  const back = { kind: "taken_back", by: idOf(by), clearance: life.clearance } as const;
  return { ...carried(life), kind: "held", back, until };
}

/** Lets go what was taken back, by what had cleared it before. To let go is not to approve. */
function release(life: DraftLife, { at }: EventOf<"released">): Advanced {
  if (life.kind !== "held" || life.back.kind !== "taken_back") return refuse("settled");
  if (at >= life.until) return refuse("too_late");
  return { ...carried(life), kind: "approved", clearance: life.back.clearance };
}

/** Takes one's own verdict back: an approval until the message is under way, a rejection until the deadline. */
function undo(life: DraftLife, event: EventOf<"undone">): Advanced {
  if (life.kind === "rejected") return undoRejection(life, event);
  if (!isOpen(life) && life.kind !== "approved" && life.kind !== "scheduled") return refuse("settled");
  if (life.kind === "scheduled" && life.claim) return refuse("leaving");
  const { by, dueAt } = event;
  if (by.kind !== "member" || !life.approvedBy.includes(by.id)) return refuse("not_yours");
  return reopened({ ...carried(life), dueAt, approvedBy: life.approvedBy.filter((id) => id !== by.id) });
}

function undoRejection(life: Life<"rejected">, { by, at, hasEnded }: EventOf<"undone">): Advanced {
  if (life.by !== idOf(by)) return refuse("not_yours");
  if (hasEnded) return refuse("ended");
  return at < life.dueAt ? reopened(carried(life)) : refuse("too_late");
}

function reopened(life: Overseen): DraftLife {
  return { ...life, kind: life.proposal.authorId === null ? "waiting" : "edited" };
}

function carried({ proposal, oversight, dueAt, atDeadline, approvedBy }: Overseen): Overseen {
  return { proposal, oversight, dueAt, atDeadline, approvedBy };
}

function idOf(by: Reviewer): string | null {
  return by.kind === "policy" ? null : by.id;
}
