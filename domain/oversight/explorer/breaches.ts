import { type DraftLife, refuse } from "../../draft-life.ts";
import type { Revalidation } from "../../revalidation.ts";
import type { Law } from "./laws.ts";
import type { Advance } from "./moves.ts";

/** A kernel with one fault planted, and the law that must be seen broken. */
export type Breach = { fault: string; law: Law; plant: (advance: Advance) => Advance };

export const breaches: Breach[] = [
  {
    fault: "the deadline forgets that the step is gated",
    law: "person_approves",
    plant: (advance) => (life, event) =>
      advance(event.kind === "deadline_passed" ? overseenLightly(life) : life, event),
  },
  {
    fault: "an approval of other words counts",
    law: "person_approves",
    plant: (advance) => (life, event) =>
      advance(life, event.kind === "approved" ? { ...event, hash: life.proposal.hash } : event),
  },
  ...(["two_people", "replay_changes_nothing"] as const).map(
    (law): Breach => ({ fault: "a person's second click counts as a second person's", law, plant: countingClicks }),
  ),
  {
    fault: "an edit leaves the approval standing",
    law: "edit_voids",
    plant: (advance) => (life, event) =>
      event.kind === "edited" && life.kind === "approved" && event.hash === life.proposal.hash
        ? {
            ...life,
            proposal: { ...life.proposal, hash: event.newHash },
            clearance: { ...life.clearance, hash: event.newHash },
          }
        : advance(life, event),
  },
  {
    fault: "the author's approval counts",
    law: "author_never_approves",
    plant: (advance) => (life, event) =>
      event.kind === "approved"
        ? advance({ ...life, proposal: { ...life.proposal, authorId: null } }, event)
        : advance(life, event),
  },
  ...(["ordered", "suppressed", "sequence_withdrawn", "expired"] as const).map(
    (reason): Breach => ({
      fault: `the last look forgets to ask for ${reason}`,
      law: "never_after_end",
      plant: lookingAway((answer) => answer.kind === "stop" && answer.reason === reason),
    }),
  ),
  {
    fault: "the last look forgets to compare the facts",
    law: "facts_hold",
    plant: lookingAway((answer) => answer.kind === "stale"),
  },
  {
    fault: "every mailer is taken for one that tells repeats",
    law: "sent_once",
    plant: (advance) => (life, event) =>
      advance(life, event.kind === "checked" ? { ...event, repeatable: true } : event),
  },
  {
    fault: "a slow try still has a say when another has taken over",
    law: "sent_once",
    plant: (advance) => (life, event) =>
      "attempt" in event && life.kind === "scheduled"
        ? advance(life, { ...event, attempt: life.attempts })
        : advance(life, event),
  },
  {
    fault: "a sent message can be queued again",
    law: "sent_once",
    plant: (advance) => (life, event) =>
      event.kind === "queued" && life.kind === "sent" ? resurrected(life, event.leavesAt) : advance(life, event),
  },
  {
    fault: "what is held has no deadline and outlives its enrollment",
    law: "nothing_waits_forever",
    plant: (advance) => (life, event) =>
      life.kind === "held" && (event.kind === "deadline_passed" || event.kind === "ended")
        ? refuse("settled")
        : advance(life, event),
  },
];

function countingClicks(advance: Advance): Advance {
  return (life, event) =>
    event.kind === "approved" && life.kind === "waiting" && life.approvedBy.length > 0
      ? advance({ ...life, approvedBy: ["somebody"] }, event)
      : advance(life, event);
}

function overseenLightly(life: DraftLife): DraftLife {
  return "oversight" in life ? { ...life, oversight: { ...life.oversight, mode: "monitored", approvals: 1 } } : life;
}

function lookingAway(from: (answer: Revalidation) => boolean): Breach["plant"] {
  return (advance) => (life, event) =>
    advance(life, event.kind === "checked" && from(event.answer) ? { ...event, answer: { kind: "ok" } } : event);
}

function resurrected(life: DraftLife, leavesAt: Date): DraftLife {
  const oversight = { mode: "autonomous", holds: [], approvals: 1, sampled: false } as const;
  const clearance = { kind: "policy", hash: life.proposal.hash } as const;
  const overseen = { proposal: life.proposal, oversight: { ...oversight, holds: [] }, dueAt: leavesAt, approvedBy: [] };
  return { ...overseen, kind: "scheduled", atDeadline: "drop", clearance, leavesAt, attempts: 0, claim: null };
}
