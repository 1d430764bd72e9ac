import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { contactOfCart } from "#db/dry-run-carts.ts";
import { getEnrollment } from "#db/enrollments.ts";
import { loadReplayPlan } from "#db/replay-plans.ts";
import { decisions } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { publishAsVersion } from "#db/sequences.ts";
import { readWalk } from "#db/walks.ts";
import { rehearsalOf } from "#domain/sequence/dry-run.ts";
import { rehearse } from "#domain/sequence/rehearsal.ts";
import { walkableGraph } from "#domain/sequence/testing/walkable-graph.ts";
import { messagesAsSteps } from "#domain/sequence/walk-order.ts";
import type { TraceEntry } from "#domain/sequence/walk-through.ts";
import { walkedOf } from "#domain/sequence/walked.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { defaultTiming, type TimingPolicy } from "#domain/timing/timing-policy.ts";
import {
  type Act,
  eventsOf,
  type Lived,
  liveThrough,
  openWalk,
  reactionsOf,
  shopperWith,
} from "./testing/live-walk.ts";

const database = await createTestDatabase();
const startedAt = new Date("2026-03-26T10:00:00Z");

beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Act["kind"][]>(
      "opens",
      "clicks",
      "opens",
      "clicks",
      "changes_cart",
      "orders",
      "unsubscribes",
      "empties_cart",
    ),
    minutes: fc.integer({ min: 1, max: 12 * 1_440 }),
    message: fc.nat(3),
  }),
  { maxLength: 4 },
);
const span = { from: 9 * 60, to: 18 * 60 };
const noon = { mon: span, tue: span, wed: null, thu: span, fri: span, sat: null, sun: span };
const timings: TimingPolicy[] = [
  { ...defaultTiming, frequencyCaps: [] },
  defaultTiming,
  { ...defaultTiming, sendRules: { ...defaultTiming.sendRules, email: { days: noon, quiet: null } } },
  { ...defaultTiming, frequencyCaps: [{ messages: 1, hours: 30 }], backOnSite: { quietMinutes: 120, mostHours: 12 } },
];

async function lived(graph: SequenceGraph, story: Act[], timing: TimingPolicy) {
  const walk = await openWalk(startedAt, timing, async (scope, sequenceId) => {
    const plan = { sequenceId, steps: messagesAsSteps(graph), graph };
    return (await publishAsVersion(scope, plan, null, startedAt)).versionId;
  });
  const before = await withScope(walk.tenantId, async (scope) => {
    const span = { since: startedAt, until: new Date(startedAt.getTime() + 400 * 86_400_000) };
    const loaded = await loadReplayPlan(scope, { sequenceId: walk.sequenceId, graph }, span);
    return { loaded, contact: await contactOfCart(scope, walk.cartId, loaded.source) };
  });
  await liveThrough(walk, graph, story);
  const told = await toldByJob(walk);
  const [cart] = before.contact?.carts ?? [];
  if (!before.contact || !cart) throw new Error("the cart is gone");
  const rehearsal = rehearsalOf(before.loaded.plan, before.contact, { cart, newerAt: null, sent: [] });
  const shopper = shopperWith(rehearsal.shopper, story, startedAt);
  const events = [...rehearsal.events, ...eventsOf(story, startedAt)];
  const reactions = reactionsOf(graph, story);
  return { told, rehearsed: toldByRehearsal(rehearse({ ...rehearsal, shopper, events, reactions })) };
}

type Told = { walked: string[]; waits: string[]; ended: string };

const minutesAt = (at: Date | null | undefined) => (at ? (at.getTime() - startedAt.getTime()) / 60_000 : "never");

async function toldByJob({ tenantId, enrollmentId }: Lived): Promise<Told> {
  return withScope(tenantId, async (scope) => {
    const walk = await readWalk(scope, enrollmentId);
    const run = await getEnrollment(scope, enrollmentId);
    const stored = await scope.db.select().from(decisions).where(eq(decisions.enrollmentId, enrollmentId));
    return {
      walked: walk
        .filter(({ kind }) => kind !== "stopped" && kind !== "finished" && kind !== "telling")
        .map(({ stepId, kind, outcome, at }) => `${minutesAt(at)} ${stepId} ${kind} ${kind === "told" ? "" : outcome}`),
      waits: stored
        .filter(({ kind }) => kind === "wait")
        .map(({ position, reason, at }) => `${minutesAt(at)} ${position} ${reason}`)
        .sort(),
      ended: `${minutesAt(run?.closedAt)} ${run?.closeReason}`,
    };
  });
}

function toldByRehearsal(trace: TraceEntry[]): Told {
  const positions = new Map<string, number>();
  const waits: string[] = [];
  const walked = trace.flatMap((entry): string[] => {
    const at = minutesAt(entry.at);
    if (entry.kind === "postponed") waits.push(`${at} ${entry.stepId} ${entry.reason}`);
    if (entry.kind === "postponed" || entry.kind === "stopped" || entry.kind === "unfinished") return [];
    if (entry.kind !== "done") {
      const { stepId, kind, outcome } = walkedOf(entry);
      return [`${at} ${stepId} ${kind} ${outcome}`];
    }
    const { action } = entry;
    if (action.kind === "send") positions.set(action.stepId, action.position);
    if (action.kind === "send") return [`${at} ${action.stepId} written null`];
    if (action.kind === "tag") return [`${at} ${action.stepId} tagged ${action.act} ${action.tag}`];
    return action.kind === "notify" ? [`${at} ${action.stepId} told `] : [];
  });
  const last = trace.at(-1);
  const reason = last?.kind === "stopped" ? last.reason : last?.kind;
  return { walked, waits, ended: `${minutesAt(last?.at)} ${reason === "done" ? "finished" : reason}` };
}

test("what is shown beforehand is what the job then does, for any graph and any shopper", {
  timeout: 600_000,
}, async () => {
  let messages = 0;
  await fc.assert(
    fc.asyncProperty(walkableGraph, acts, fc.constantFrom(...timings), async (graph, story, timing) => {
      const { told, rehearsed } = await lived(graph, story, timing);
      expect({ ...rehearsed, waits: rehearsed.waits.length }).toEqual({ ...told, waits: told.waits.length });
      messages += told.walked.filter((line) => line.includes("written")).length;
    }),
    { numRuns: 50, seed: 20_260_310, endOnFailure: true },
  );
  expect(messages).toBeGreaterThan(20);
});
