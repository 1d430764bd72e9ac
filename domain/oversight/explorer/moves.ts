import type { Advanced, DraftLife, EventOf, LifeEvent, Reviewer } from "../../draft-life.ts";
import { answerIn, endOfTime, hasEnded, instant, type Setting, type Try, type World } from "./world.ts";

export type Advance = (life: DraftLife, event: LifeEvent) => Advanced;

/** Who makes a move: `clock` moves need nobody and nothing but time and our own jobs. */
export type Actor = "clock" | "person" | "shop" | "fault";

/** One possible move; `event` is what the kernel was told, `next` is null when it refused, `sent` a copy that left. */
export type Move = { actor: Actor; event: LifeEvent | null; next: World | null; sent: boolean };

/** Everything that can happen next, also what the kernel should refuse: every event is tried in every state. */
export function movesFrom(world: World, setting: Setting, advance: Advance): Move[] {
  const tell = (actor: Actor, event: LifeEvent): Move => told(world, { actor, event }, advance);
  return [
    ...passing(world, setting),
    ...jobEvents(world, setting).map((event) => tell("clock", event)),
    ...claims(world, advance),
    ...world.tries.flatMap((one) => tryMoves(world, one, { setting, advance })),
    ...personEvents(world, setting).map((event) => tell("person", event)),
  ];
}

/** The world after the kernel took an event, with the explorer's own record kept beside it. */
function told(world: World, { actor, event }: { actor: Actor; event: LifeEvent }, advance: Advance): Move {
  const life = advance(world.life, event);
  if (life.kind === "refused") return { actor, event, next: null, sent: false };
  return { actor, event, next: witnessed(world, event, life), sent: false };
}

function witnessed(world: World, event: LifeEvent, life: DraftLife): World {
  const replaced = life.proposal.hash === "new";
  let { approvedBy, authorId } = world.witness;
  if (replaced || event.kind === "rejected") approvedBy = [];
  if (replaced) {
    authorId = event.kind === "edited" && event.by.kind !== "policy" ? event.by.id : null;
  }
  if (
    event.kind === "approved" &&
    event.by.kind === "member" &&
    event.hash === "h" &&
    !approvedBy.includes(event.by.id)
  )
    approvedBy = [...approvedBy, event.by.id];
  const { by } = event.kind === "undone" ? event : { by: null };
  if (by?.kind === "member") approvedBy = approvedBy.filter((id) => id !== by.id);
  const facts = event.kind === "rewritten" && world.facts === "moved" ? "moved_before" : world.facts;
  return { ...world, life: replaced ? renamed(life) : life, facts, witness: { approvedBy, authorId } };
}

/** The words that stand are "h" again, and whatever was said of others is said of "old". */
function renamed(life: DraftLife): DraftLife {
  const rename = (hash: string) => (hash === "new" ? "h" : "old");
  const proposal = { ...life.proposal, hash: "h" };
  if (life.kind === "approved" || life.kind === "scheduled")
    return { ...life, proposal, clearance: { ...life.clearance, hash: rename(life.clearance.hash) } };
  return { ...life, proposal };
}

/** Time goes on, the shop does something, a process dies. */
function passing(world: World, { end }: Setting): Move[] {
  const moves: Move[] = [];
  const add = (actor: Actor, next: World) => moves.push({ actor, event: null, next, sent: false });
  if (world.now < endOfTime) add("clock", { ...world, now: world.now + 1 });
  if (world.end === null) add("shop", { ...world, end });
  if (world.facts === "as_written") add("shop", { ...world, facts: "moved" });
  for (const dead of world.tries) add("fault", without(world, dead));
  return moves;
}

function without(world: World, dead: Try): World {
  return { ...world, tries: world.tries.filter((one) => one !== dead) };
}

/** What our own jobs tell the kernel, in time, late, or again. */
function jobEvents(world: World, setting: Setting): LifeEvent[] {
  const at = instant(world.now);
  const soon = instant(world.now + 1);
  const events: LifeEvent[] = [
    { kind: "inspected", oversight: setting.judge("written"), dueAt: soon, atDeadline: setting.atDeadline },
    { kind: "passed" },
    { kind: "deadline_passed", at, fallbackHash: "new", fallbackDueAt: soon },
    { kind: "deadline_passed", at, fallbackHash: null, fallbackDueAt: soon },
    { kind: "queued", leavesAt: at },
    { kind: "revalidated", answer: answerIn(world), until: soon },
    { kind: "rewritten", newHash: "new" },
  ];
  if (hasEnded(world)) events.push({ kind: "ended", reason: world.end ?? "expired" });
  return events;
}

/** Two runs may try at once: one that is slow, one that takes its message over, or the same run again after a crash. */
function claims(world: World, advance: Advance): Move[] {
  if (world.tries.length >= 2) return [];
  return ["r1", "r2"].map((run) => {
    const event: LifeEvent = { kind: "claimed", at: instant(world.now), run, until: instant(world.now + 1) };
    const move = told(world, { actor: "clock", event }, advance);
    if (move.next?.life.kind !== "scheduled") return move;
    const begun: Try = { run, attempt: move.next.life.attempts, phase: "claimed" };
    return { ...move, next: { ...move.next, tries: [...world.tries, begun] } };
  });
}

type By = { setting: Setting; advance: Advance };

function tryMoves(world: World, one: Try, by: By): Move[] {
  if (one.phase === "claimed") return lastLook(world, one, by);
  const rest = without(world, one);
  return answersOf(one, world, by.setting).map((event) => {
    const move = told(rest, { actor: "clock", event }, by.advance);
    return { ...move, next: move.next ?? rest };
  });
}

function answersOf({ phase, attempt }: Try, { now }: World, { repeatable }: Setting): LifeEvent[] {
  if (phase === "accepted") return [{ kind: "accepted", at: instant(now) }];
  if (phase === "refused") return [{ kind: "refused", attempt }];
  return [instant(now + 1), null].map((again) => ({ kind: "unanswered", attempt, repeatable, again }));
}

/** Looks a last time and hands the message over at once; what the provider makes of it is anybody's guess. */
function lastLook(world: World, one: Try, { setting, advance }: By): Move[] {
  const rest = without(world, one);
  const { repeatable } = setting;
  const event: EventOf<"checked"> = {
    kind: "checked",
    attempt: one.attempt,
    answer: answerIn(world),
    repeatable,
    until: instant(world.now + 1),
  };
  const move = told(rest, { actor: "clock", event }, advance);
  const next = move.next ?? rest;
  const mayLeave = move.next?.life.kind === "scheduled" && move.next.life.claim !== null;
  if (!mayLeave) return [{ ...move, next }];
  return outcomes(repeatable, world.copies > 0).map(({ phase, copy }) => ({
    ...move,
    next: { ...next, tries: [...rest.tries, { ...one, phase }], copies: Math.min(2, world.copies + (copy ? 1 : 0)) },
    sent: copy,
  }));
}

/** A mailer that tells repeats knows the message by its key; one that does not reports a doubtful try as refused. */
function outcomes(repeatable: boolean, known: boolean): { phase: Try["phase"]; copy: boolean }[] {
  if (repeatable && known) return [answered("accepted", false), answered("unanswered", false)];
  const sure = [answered("accepted", true), answered("refused", false), answered("unanswered", false)];
  return [...sure, answered(repeatable ? "unanswered" : "refused", true)];
}

const answered = (phase: Try["phase"], copy: boolean) => ({ phase, copy });

const people = ["ann", "ben", "cem"];

/** Everyone who has had a hand in the draft, and one more of those who had none: strangers are alike. */
function peopleIn({ life, witness }: World): string[] {
  const known = new Set([...witness.approvedBy, witness.authorId, life.proposal.authorId]);
  if ("approvedBy" in life) for (const id of life.approvedBy) known.add(id);
  if (life.kind === "rejected") known.add(life.by);
  const stranger = people.find((id) => !known.has(id));
  return people.filter((id) => known.has(id) || id === stranger);
}

function personEvents(world: World, setting: Setting): LifeEvent[] {
  const stale: Reviewer = { kind: "member", id: people[0] ?? "" };
  return [
    ...peopleIn(world).flatMap((id) => eventsBy({ by: { kind: "member", id }, hash: "h" }, world, setting)),
    ...eventsBy({ by: stale, hash: "old" }, world, setting).slice(0, 3),
    ...eventsBy({ by: { kind: "key", id: "key" }, hash: "h" }, world, setting).slice(0, 1),
  ];
}

function eventsBy({ by, hash }: { by: Reviewer; hash: string }, world: World, setting: Setting): LifeEvent[] {
  const at = instant(world.now);
  const soon = instant(world.now + 1);
  const judgement = { oversight: setting.judge("edited"), dueAt: soon, atDeadline: setting.atDeadline };
  return [
    { kind: "approved", by, hash, answer: answerIn(world) },
    { kind: "edited", by, hash, newHash: "new", ...judgement },
    { kind: "rejected", by, hash, reason: null },
    { kind: "taken_back", by, until: soon },
    { kind: "released", by, at },
    { kind: "undone", by, at, dueAt: soon, hasEnded: hasEnded(world) },
    { kind: "commented", by },
  ];
}
