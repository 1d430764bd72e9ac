import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { closeEnrollment } from "#db/enrollments.ts";
import { oversightOf } from "#db/lives.ts";
import { withScope } from "#db/scope.ts";
import { defaultPolicy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { DraftLife, LifeEvent } from "#domain/draft-life.ts";
import { defaultOversight } from "#domain/oversight.ts";
import { advance } from "#domain/review.ts";
import { heldUntil, release, takeBack, undoReview } from "./act-on-draft.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { queueStep } from "./queue-step.ts";
import { reviewDraft } from "./review-draft.ts";
import { settleReview } from "./settle-review.ts";
import { draftFirst, messagesOf, standingOf, type Told } from "./testing/drafted.ts";
import { createLadderTenant } from "./testing/tenant.ts";

vi.mock("./events.ts", async (original) => ({ ...(await original<object>()), announce: async () => undefined }));

const start = new Date("2026-03-04T10:00:00Z");
const dueMinutes = 60;
const member = (id: string) => ({ kind: "member" as const, id });
const people = ["mem_ann", "mem_ben", "mem_cem"];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Deed = "approve" | "edit" | "reject" | "undo" | "take_back" | "release";
type Step = { do: Deed; who: string } | { do: Job };
type Job = "settle" | "queue" | "deliver" | "later" | "order";
const person = fc.constantFrom(...people);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant<Deed>("approve"), who: person }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom<Deed>("edit", "reject", "undo", "take_back", "release"),
      who: person,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom<Job>("settle", "queue", "queue", "deliver", "later") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant<Job>("order") }) },
);

/** What the state machine is told of a step, before the verb does it; null where a step asks it nothing. */
async function eventsOf(told: Told, one: Step, { life, now }: { life: DraftLife; now: Date }): Promise<LifeEvent[]> {
  const standing = await standingOf(told);
  const { hash } = life.proposal;
  const until = heldUntil(standing, defaultPolicy);
  const dueAt = new Date(now.getTime() + dueMinutes * 60_000);
  if (one.do === "settle") return settling(life, { now, isNew: standing.acts.length === 0 });
  if (one.do === "queue") return [{ kind: "queued", leavesAt: now }];
  if (one.do === "order") return [{ kind: "ended", reason: "ordered" }];
  if (one.do === "deliver") return delivering(life, now);
  if (!("who" in one)) return [];
  const by = member(one.who);
  if (one.do === "approve") return [{ kind: "approved", by, hash, answer: { kind: "ok" } }];
  if (one.do === "reject") return [{ kind: "rejected", by, hash, reason: "why" }];
  if (one.do === "undo") {
    const { closeReason } = standing.enrollment;
    const hasEnded = closeReason !== null && closeReason !== "finished";
    return [{ kind: "undone", by, at: now, dueAt, hasEnded }];
  }
  if (one.do === "take_back") return [{ kind: "taken_back", by, until }];
  if (one.do === "release") return [{ kind: "released", by, at: now }];
  const judged = { oversight: oversightOf(standing.draft), dueAt, atDeadline: "drop" as const };
  return [{ kind: "edited", by, hash, newHash: "new", ...judged }];
}

/** Words that nobody has to look at, and of which nobody has said anything yet, are the policy's to let go. */
function settling(life: DraftLife, { now, isNew }: { now: Date; isNew: boolean }): LifeEvent[] {
  const isOpen = life.kind === "waiting" || life.kind === "edited";
  const free = isOpen && life.oversight.holds.length === 0 && life.approvedBy.length === 0 && isNew;
  if (life.kind === "inspected" || free) return [{ kind: "passed" }];
  return [{ kind: "deadline_passed", at: now, fallbackHash: null, fallbackDueAt: now }];
}

function delivering(life: DraftLife, now: Date): LifeEvent[] {
  if (life.kind !== "scheduled") return [];
  const until = new Date(now.getTime() + 300_000);
  const { attempts } = life;
  return [
    { kind: "claimed", at: now, run: "run", until },
    { kind: "checked", attempt: attempts + 1, answer: { kind: "ok" }, repeatable: true, until },
    { kind: "accepted", at: now },
  ];
}

/** Does a step by the app's own verb. Refusals of the app are values of the machine and change nothing. */
async function act(told: Told, one: Step, now: Date): Promise<void> {
  const { tenantId } = told.tenant;
  const { draft } = await standingOf(told);
  const seen = { draftId: draft.id, wordsHash: draft.wordsHash, reason: "why" };
  const by = member("who" in one ? one.who : "");
  const words = draft.words && {
    ...draft.words,
    postscript: `Until ${["soon", "later", "then"][now.getMinutes() % 3]}.`,
  };
  const verbs: Record<Step["do"], () => Promise<unknown>> = {
    approve: () => reviewDraft(tenantId, { ...seen, verdict: "approved" }, by, now),
    reject: () => reviewDraft(tenantId, { ...seen, verdict: "rejected" }, by, now),
    edit: () => reviewDraft(tenantId, { ...seen, verdict: "edited", words: words ?? undefined }, by, now),
    undo: () => undoReview(tenantId, seen, by, now),
    take_back: () => takeBack(tenantId, seen, by, now),
    release: () => release(tenantId, seen, by, now),
    settle: () => settleReview(tenantId, told.decisionId, now),
    queue: () => queueStep(tenantId, draft.id, now),
    deliver: async () => {
      const ids = (await messagesOf(told)).map(({ id }) => ({ tenantId, id }));
      await deliverMessages(ids, "run", now);
    },
    later: async () => undefined,
    order: () => withScope(tenantId, (scope) => closeEnrollment(scope, told.enrollmentId, "ordered", now)),
  };
  await verbs[one.do]().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

/** What of a life must be the same by the rows and by the machine; a claim's end and name are the rows' own. */
function essence(life: DraftLife) {
  const open = life.kind === "waiting" || life.kind === "edited" || life.kind === "inspected";
  return {
    ...{ kind: life.kind, proposal: life.proposal },
    approvedBy: "approvedBy" in life ? life.approvedBy : null,
    clearance: "clearance" in life ? life.clearance : null,
    until: life.kind === "held" ? life.until : null,
    dueAt: open && life.kind !== "inspected" && life.oversight.holds.length > 0 ? life.dueAt : null,
    reason: life.kind === "stopped" || life.kind === "rejected" ? life.reason : null,
  };
}

const policies = [
  { oversightMode: "gated" as const },
  {
    oversightMode: "autonomous" as const,
    secondApprover: { ...defaultOversight.secondApprover, cartAbove: [{ amount: 100, currency: "EUR" }] },
  },
  { oversightMode: "autonomous" as const, samplePercent: 0 },
];

test("whatever people and jobs do in whatever order, the rows say what the state machine says", async () => {
  let walks = 0;
  let acts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...policies),
      fc.array(step, { minLength: 4, maxLength: 14 }),
      async (policy, steps) => {
        walks += 1;
        const tenant = await createLadderTenant(start, {
          policy: { ...policy, reviewDeadlineMinutes: dueMinutes, deadlineAction: "drop" },
        });
        const told = await draftFirst(tenant, `walk${walks}@example.com`, start);
        let { life } = await standingOf(told);
        let now = start;
        for (const one of steps) {
          acts += 1;
          now = new Date(now.getTime() + (one.do === "later" ? 61 : 1) * 60_000);
          const events = await eventsOf(told, one, { life, now });
          await act(told, one, now);
          const stored = await standingOf(told);
          for (const event of events) {
            const named = event.kind === "edited" ? { ...event, newHash: stored.draft.wordsHash } : event;
            const next = advance(life, named);
            if (next.kind !== "refused") life = next;
          }
          expect(essence(stored.life), `${steps.map((each) => each.do)} at ${one.do}`).toEqual(essence(life));
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(acts).toBeGreaterThan(200);
});
