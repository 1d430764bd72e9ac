import type { LifeEvent } from "../../draft-life.ts";
import type { Advance, Move } from "./moves.ts";
import { endOfTime, hasEnded, type Setting, type World } from "./world.ts";

/** What must hold in every state and at every move, in the words of docs/oversight.md. */
export const laws = {
  person_approves: "In gated mode nothing is sent without a person's approval of exactly these words and facts.",
  two_people: "Where two approvals are asked, nothing is sent without those of two different people.",
  edit_voids: "An edit voids every approval.",
  author_never_approves: "The author of words never approves them.",
  never_after_end: "Nothing is sent after an order, a suppression, a withdrawal of the sequence or the expiry.",
  facts_hold: "Nothing is sent whose facts have moved since it was written.",
  sent_once: "Nothing is sent twice.",
  replay_changes_nothing: "An event that comes twice changes nothing the second time.",
  nothing_waits_forever: "Nothing waits for ever: from every state an end is reached by the clock alone.",
} as const;
export type Law = keyof typeof laws;

/** The laws that one move breaks. Waiting for ever is no matter of one move: `explore` looks at all of them. */
export function brokenBy(world: World, move: Move, by: { setting: Setting; advance: Advance }): Law[] {
  const broken: Law[] = [];
  if (move.sent) broken.push(...brokenBySending(world, by.setting));
  if (!move.next || !move.event) return broken;
  if (!isLawfulEdit(move.event, move.next)) broken.push("edit_voids");
  if (isByAuthor(move.event, world)) broken.push("author_never_approves");
  if (!changesOnce(world, move.event, by.advance)) broken.push("replay_changes_nothing");
  return broken;
}

function brokenBySending(world: World, setting: Setting): Law[] {
  const { mode, approvals } = setting.judge("written");
  const { approvedBy, authorId } = world.witness;
  const others = approvedBy.filter((id) => id !== authorId);
  const broken: [Law, boolean][] = [
    ["person_approves", mode === "gated" && others.length === 0],
    ["two_people", approvals === 2 && others.length < 2],
    ["never_after_end", hasEnded(world)],
    ["facts_hold", world.facts === "moved"],
    ["sent_once", world.copies > 0],
  ];
  return broken.flatMap(([law, is]) => (is ? [law] : []));
}

function isLawfulEdit(event: LifeEvent, { life }: World): boolean {
  return event.kind !== "edited" || (life.kind === "edited" && life.approvedBy.length === 0);
}

function isByAuthor(event: LifeEvent, { witness }: World): boolean {
  return event.kind === "approved" && event.by.kind === "member" && event.by.id === witness.authorId;
}

/** A claim that comes twice is another try, and says so; at the end of time every deadline falls together. */
function changesOnce(world: World, event: LifeEvent, advance: Advance): boolean {
  if (event.kind === "claimed" || world.now === endOfTime) return true;
  const once = advance(world.life, event);
  if (once.kind === "refused" || once === world.life) return true;
  const twice = advance(once, event);
  return twice.kind === "refused" || twice === once || JSON.stringify(twice) === JSON.stringify(once);
}
