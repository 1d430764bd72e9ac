import { factsOfCarts } from "#db/condition-facts.ts";
import { setTag } from "#db/contact-tags.ts";
import { recordDecision } from "#db/decisions.ts";
import { armsOf } from "#db/enrollment-arms.ts";
import { closeEnrollment, getEnrollment, setNextDue } from "#db/enrollments.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { graphOf } from "#db/sequences.ts";
import { lockPlace, moveOn, stepsSent, stepsUnderway, walkEventsOf } from "#db/walks.ts";
import type { ConditionFacts } from "#domain/condition.ts";
import { type Decision, decide, restedAt } from "#domain/decision.ts";
import { walkedVersion } from "#domain/enrollment.ts";
import { changesOf, graphFor } from "#domain/experiment/apply-arms.ts";
import {
  advanceWalk,
  arrivedAt,
  type Place,
  startOf,
  type WalkAction,
  type WalkContext,
} from "#domain/sequence/walk.ts";
import { asksFacts, hearsEvents, nextLook, nextPosition } from "#domain/sequence/walk-ahead.ts";
import { type Walked, walkedOf } from "#domain/sequence/walked.ts";
import { messageSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import { type Loaded, loadSnapshot } from "./load-snapshot.ts";

/** What a run does next; it holds where the sequence rests, until it goes on. Instants cross steps as ISO text. */
export type Turn =
  | { kind: "over"; reason: string }
  | { kind: "go" }
  | { kind: "sleep" | "hold"; stepId: string; until: string }
  | Extract<WalkAction, { kind: "send" | "notify" | "call_webhook" }>;

type Stop = Extract<Decision, { kind: "stop" }>;

type Walk = { scope: Scope; enrollmentId: string; graph: SequenceGraph; place: Place; loaded: Loaded; now: Date };

/**
 * Goes on from where an enrollment stands until something is to be done outside the database, and says what. What was
 * decided on the way is kept in the same transaction, so that asked again it goes on from there. What may not be written to
 * any more is stopped first, as before each message.
 */
export function takeTurn(tenantId: string, enrollmentId: string, now: Date): Promise<Turn> {
  return withJobScope(tenantId, async (scope) => {
    const enrollment = await getEnrollment(scope, enrollmentId);
    const version = enrollment && (await graphOf(scope, walkedVersion(enrollment)));
    if (!version || enrollment.closedAt) return { kind: "over", reason: enrollment?.closeReason ?? "gone" };
    const arms = enrollment.experimentId === null ? [] : await armsOf(scope, enrollmentId);
    const graph = graphFor(version, changesOf(arms));
    const place = await lockPlace(scope, enrollmentId, startOf(graph, enrollment.abandonedAt));
    const position = nextPosition(graph, place.stepId);
    const at = { enrollmentId, position: position ?? 0, exceptMessageId: null };
    const loaded = await loadSnapshot(scope, at, now);
    if (!loaded) return { kind: "over", reason: "gone" };
    const decision = decide(loaded.snapshot, now);
    const walk = { scope, enrollmentId, graph, place, loaded, now };
    return decision.kind === "stop" ? stop(walk, decision, position) : advance(walk);
  });
}

async function stop(walk: Walk, decision: Stop, position: number | null): Promise<Turn> {
  const { reason } = decision;
  const { scope, enrollmentId, place, now } = walk;
  const at = { enrollmentId, position: position ?? 0, incentiveId: null };
  if (position !== null) await recordDecision(scope, at, decision, now);
  await closeEnrollment(scope, enrollmentId, decision, now);
  await moveOn(
    scope,
    enrollmentId,
    { place, walked: [{ stepId: place.stepId, kind: "stopped", outcome: reason }] },
    now,
  );
  return { kind: "over", reason };
}

async function advance(walk: Walk): Promise<Turn> {
  const { graph, place, loaded, now } = walk;
  const { action, next, passed } = advanceWalk(graph, place, await contextOf(walk));
  const walked = passed.map(walkedOf);
  // The walk stands at what is to be done until it is done: the turn after a break finds the same again.
  const acts = "stepId" in action && next.stepId !== action.stepId;
  const standing = acts ? { ...next, stepId: action.stepId, passed: next.passed - 1 } : next;
  const taken = { action, next, standing, walked };
  if (isEffect(action) && loaded.snapshot.sequencePaused)
    return rest(walk, taken, { kind: "hold", stepId: action.stepId, until: restedAt(now) });
  return act(walk, taken);
}

type Taken = { action: WalkAction; next: Place; standing: Place; walked: Walked[] };

async function act(walk: Walk, taken: Taken): Promise<Turn> {
  const { action, next, standing, walked } = taken;
  const { scope, enrollmentId, graph, now, loaded } = walk;
  const keep = (place: Place, also: Walked[] = []) =>
    moveOn(scope, enrollmentId, { place, walked: [...walked, ...also] }, now);
  switch (action.kind) {
    case "sleep_until":
      return rest(walk, taken, { kind: "sleep", stepId: action.stepId, until: new Date(action.at) });
    case "wait_for_event":
      return rest(walk, taken, { kind: "sleep", stepId: action.stepId, until: nextLook(graph, action, now) });
    case "tag":
      await setTag(scope, loaded.contact.id, action);
      await keep(arrivedAt(next, now), [
        { stepId: action.stepId, kind: "tagged", outcome: `${action.act} ${action.tag}` },
      ]);
      return { kind: "go" };
    case "stop": {
      if (action.reason !== "exit_condition") throw new Error(`the walk of ${enrollmentId} stopped: ${action.reason}`);
      await keep(standing, [{ stepId: standing.stepId, kind: "stopped", outcome: action.reason }]);
      await closeEnrollment(scope, enrollmentId, action.reason, now);
      return { kind: "over", reason: action.reason };
    }
    case "finished":
      await keep(standing, [{ stepId: null, kind: "finished", outcome: null }]);
      await closeEnrollment(scope, enrollmentId, "finished", now);
      return { kind: "over", reason: "finished" };
    default:
      await keep(standing);
      await setNextDue(scope, enrollmentId, now);
      return action;
  }
}

type Rest = { kind: "sleep" | "hold"; stepId: string; until: Date };

/** Stays where it stands until an instant, at which it is asked again. */
async function rest(walk: Walk, { standing, walked }: Taken, { until, ...how }: Rest): Promise<Turn> {
  const { scope, enrollmentId, now } = walk;
  await moveOn(scope, enrollmentId, { place: standing, walked }, now);
  await setNextDue(scope, enrollmentId, until);
  return { ...how, until: until.toISOString() };
}

/** What is done besides messages, for which a pause is asked before each. */
function isEffect(action: WalkAction): action is Extract<WalkAction, { kind: "tag" | "notify" | "call_webhook" }> {
  return action.kind === "tag" || action.kind === "notify" || action.kind === "call_webhook";
}

async function contextOf(walk: Walk): Promise<WalkContext> {
  const { scope, enrollmentId, graph, loaded, now } = walk;
  const { enrollment, cart, contact } = loaded;
  const stepIds = messageSteps(graph).map(({ id }) => id);
  const theirs = { id: enrollmentId, stepIds };
  const asks = asksFacts(graph);
  // What a graph never asks after is not looked up: each message costs its run two turns.
  const facts = asks ? await factsOf(walk, stepIds) : { now, values: {}, steps: await stepsSent(scope, theirs) };
  return {
    now,
    facts,
    timeZone: loaded.timeZone,
    subject: contact.id,
    seed: enrollment.sequenceId,
    ended: { ordered: false, unsubscribed: false, cartEmptied: false },
    events: hearsEvents(graph) ? await walkEventsOf(scope, { ...theirs, cart }) : [],
    underway: asks ? await stepsUnderway(scope, theirs) : new Set(),
  };
}

async function factsOf({ scope, loaded, now }: Walk, stepIds: string[]): Promise<ConditionFacts> {
  const { enrollment, cart } = loaded;
  const known = await factsOfCarts(scope, [cart.id], { now, walk: { sequenceId: enrollment.sequenceId, stepIds } });
  return known.get(cart.id) ?? { now, values: {} };
}
