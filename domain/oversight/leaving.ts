import type { Advanced, EventOf, Life, Overseen, Refusal } from "../draft-life.ts";
import { type Clearance, type DraftLife, type Oversight, refuse } from "../draft-life.ts";

/** Whether nothing but people may clear a draft: its mode is gated, or it needs two of them. */
export function needsPeople({ mode, approvals }: Oversight): boolean {
  return mode === "gated" || approvals > 1;
}

/** Why a draft may not leave by its clearance, asked when it is queued and again before it is handed over. */
export function clearanceFault(life: Overseen & { clearance: Clearance }): Refusal | null {
  const { proposal, oversight, approvedBy, clearance } = life;
  if (clearance.hash !== proposal.hash) return "other_words";
  if (clearance.kind !== "people") return needsPeople(oversight) ? "needs_a_person" : null;
  const others = new Set(approvedBy.filter((id) => id !== proposal.authorId));
  return others.size >= oversight.approvals ? null : "needs_a_person";
}

/** Puts a cleared draft's message into the queue. */
export function queue(life: DraftLife, event: EventOf<"queued">): Advanced {
  if (life.kind !== "approved") return refuse("settled");
  const fault = clearanceFault(life);
  return fault ? refuse(fault) : { ...life, kind: "scheduled", leavesAt: event.leavesAt, attempts: 0, claim: null };
}

/** Takes a due message for one try. A claim that another run holds is taken over only when that run has gone quiet. */
export function claim(life: DraftLife, event: EventOf<"claimed">): Advanced {
  if (life.kind !== "scheduled") return refuse("settled");
  if (life.leavesAt > event.at) return refuse("not_due");
  const { run, until, at } = event;
  const mine = !life.claim || life.claim.run === run || life.claim.until <= at;
  if (!mine) return refuse("leaving");
  return { ...life, attempts: life.attempts + 1, claim: { run, until, retaken: life.claim !== null } };
}

/**
 * The last look of a try, over fresh rows: a life that is still scheduled and claimed may be handed over at once, any
 * other may not. What an earlier try may have handed over is never rewritten or put off, and ends where a repeat would
 * be a second mail.
 */
export function check(life: DraftLife, event: EventOf<"checked">): Advanced {
  if (life.kind !== "scheduled") return refuse("settled");
  if (!life.claim || life.attempts !== event.attempt) return refuse("leaving");
  const { answer, repeatable } = event;
  const { retaken } = life.claim;
  if (retaken && !repeatable) return stopped(life, "outcome_unknown");
  if (answer.kind === "stop") return stopped(life, answer.reason);
  if (answer.kind === "stale")
    return retaken ? stopped(life, "stale") : { ...setBack(life), until: event.until, back: answer };
  if (answer.kind === "wait" && !retaken) return { ...life, claim: null, leavesAt: answer.until };
  const fault = clearanceFault(life);
  return fault ? refuse(fault) : life;
}

/** Facts moved: whatever had cleared the words is void. */
export function setBack(life: Overseen): Overseen & { kind: "held" } {
  const { proposal, oversight, dueAt, atDeadline } = life;
  return { kind: "held", proposal, oversight, dueAt, atDeadline, approvedBy: [] };
}

/** The provider has taken the message; the truth, whatever another try has made of it meanwhile. */
export function accept(life: DraftLife, event: EventOf<"accepted">): Advanced {
  const left = (life.kind === "scheduled" && life.claim) || (life.kind === "stopped" && life.mayHaveLeft);
  return left ? { kind: "sent", proposal: life.proposal, at: event.at } : refuse("settled");
}

/** The provider refused the message for good. A try that another has taken over no longer has a say. */
export function refuseMail(life: DraftLife, event: EventOf<"refused">): Advanced {
  if (life.kind !== "scheduled" || !life.claim) return refuse("settled");
  if (life.attempts !== event.attempt) return refuse("leaving");
  return { ...stopped(life, "refused"), mayHaveLeft: life.claim.retaken };
}

/**
 * A try without success. A mailer that tells a repeat keeps the claim, so that the same message goes again as it was;
 * one that does not has surely not taken it, and it is queued anew. Without another time it has failed.
 */
export function retry(life: DraftLife, event: EventOf<"unanswered">): Advanced {
  if (life.kind !== "scheduled" || !life.claim) return refuse("settled");
  const { again, repeatable, attempt } = event;
  if (life.attempts !== attempt) return refuse("leaving");
  if (!again) return { ...stopped(life, "no_answer"), mayHaveLeft: repeatable };
  return { ...life, leavesAt: again, claim: repeatable ? { ...life.claim, until: again } : null };
}

/** Ends a life whose message will not be sent; a try that runs may still have got through. */
export function stopped(life: DraftLife, reason: Life<"stopped">["reason"]): Life<"stopped"> {
  const mayHaveLeft = life.kind === "scheduled" && life.claim !== null;
  return { kind: "stopped", proposal: life.proposal, reason, mayHaveLeft };
}
