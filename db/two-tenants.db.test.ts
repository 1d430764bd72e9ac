import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { AppError } from "#domain/app-error.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { withScope } from "./scope.ts";
import { dump, leaves, touchedTables, watched } from "./testing/dump.ts";
import { apiReads, apiWrites } from "./testing/foreign-api-calls.ts";
import { attributionReads, attributionWrites } from "./testing/foreign-attribution-calls.ts";
import { budgetReads, budgetWrites } from "./testing/foreign-budget-calls.ts";
import { dryRunReads, dryRunWrites } from "./testing/foreign-dry-run-calls.ts";
import { experimentReads, experimentWrites } from "./testing/foreign-experiment-calls.ts";
import { tellHouse } from "./testing/foreign-house.ts";
import { oversightReads, oversightWrites } from "./testing/foreign-oversight-calls.ts";
import type { Owned } from "./testing/foreign-owned.ts";
import { queueReads, queueWrites } from "./testing/foreign-queue-calls.ts";
import { type Call, foreignReads as pathReads } from "./testing/foreign-reads.ts";
import { rollupPlain, rollupReads, rollupRepeats, rollupWrites } from "./testing/foreign-rollup-calls.ts";
import { segmentReads, segmentWrites } from "./testing/foreign-segment-calls.ts";
import { sequenceReads, sequenceWrites } from "./testing/foreign-sequence-calls.ts";
import { shopReads, shopWrites } from "./testing/foreign-shop-calls.ts";
import { templateReads, templateWrites } from "./testing/foreign-template-calls.ts";
import { timingReads, timingWrites } from "./testing/foreign-timing-calls.ts";
import { triggerReads, triggerWrites } from "./testing/foreign-trigger-calls.ts";
import { writerReads, writerWrites } from "./testing/foreign-writer-calls.ts";
import { foreignWrites as pathWrites } from "./testing/foreign-writes.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T00:00:00Z");
const foreignReads: Record<string, Call> = {
  ...pathReads,
  ...shopReads,
  ...queueReads,
  ...sequenceReads,
  ...dryRunReads,
  ...oversightReads,
  ...segmentReads,
  ...budgetReads,
  ...templateReads,
  ...writerReads,
  ...experimentReads,
  ...apiReads,
  ...attributionReads,
  ...timingReads,
  ...rollupReads,
  ...triggerReads,
};
const foreignWrites: Record<string, Call> = {
  ...pathWrites,
  ...shopWrites,
  ...queueWrites,
  ...sequenceWrites,
  ...dryRunWrites,
  ...oversightWrites,
  ...segmentWrites,
  ...budgetWrites,
  ...templateWrites,
  ...writerWrites,
  ...experimentWrites,
  ...apiWrites,
  ...attributionWrites,
  ...timingWrites,
  ...rollupWrites,
  ...triggerWrites,
};
const calls: Record<string, Call> = { ...foreignReads, ...foreignWrites };
let tables: string[] = [];
let alpha: Owned;
let bravo: Owned;
/** What alpha has before anything is tried, and what of it bravo must not see. Each trial is undone. */
let had: Record<string, unknown[]>;
let secret: Set<unknown>;

beforeAll(async () => {
  await connectTo(database);
  alpha = await tellHouse("alpha", new Date("2026-03-01T10:00:07Z"));
  bravo = await tellHouse("bravos", new Date("2026-03-02T11:00:13Z"));
  const rows = await workerSql()<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' order by 1`;
  tables = rows.map((row) => row.name);
  had = await dumpOf(alpha.tenantId);
  secret = await secretsOf(alpha, bravo);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

/** Every verb of this room that takes a scope, by its source: what nobody calls in a test is found too. */
function verbs(): string[] {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const declared =
    /^export (?:async )?(?:function (\w+)|const (\w+) =)\s*(?:async\s*)?(?:<[^(]*>)?\(\s*(?:\w+|\{[^}]*\}): Scope\b/gm;
  return files.flatMap((file) =>
    [...readFileSync(`${import.meta.dirname}/${file}`, "utf8").matchAll(declared)].flatMap(
      ([, named, assigned]) => named ?? assigned ?? [],
    ),
  );
}

test("every verb that takes a scope is tried on another tenant's rows: name a new one in db/testing/foreign-*.ts", () => {
  expect(verbs().length).toBeGreaterThan(100);
  expect(Object.keys(calls).sort()).toEqual(verbs().sort());
});

test("the tenants have a row in every table, so that there is something to see and to change", async () => {
  expect(tables.length).toBeGreaterThan(25);
  for (const owner of [alpha, bravo]) {
    const stored = await withScope(owner.tenantId, (scope) => dump(scope, tables));
    expect(tables.filter((table) => stored[table]?.length === 0)).toEqual([]);
  }
});

test.each(Object.keys(calls))("%s sees and changes nothing of another tenant", async (verb) => {
  const given = new Set<unknown>();
  const undone = new Error("undone");
  await withScope(bravo.tenantId, async (scope) => {
    const result = await calls[verb]?.(scope, watched(alpha, given), now).catch(refusal);
    const seen = leaves(result).filter((leaf) => secret.has(leaf) && !given.has(leaf));
    expect(seen).toEqual([]);
    // Before it is undone: what does the other tenant see now?
    await scope.db.execute(sql`select set_config('app.tenant_id', ${alpha.tenantId}, true)`);
    const touched = await touchedTables(scope, tables);
    expect(await dump(scope, touched)).toEqual(hadIn(touched));
    throw undone;
  }).catch((fault: unknown) => {
    if (fault !== undone) throw fault;
  });
});

/** Verbs whose answer to the owner is a yes, a number or a name given to them; and what they must answer to another. */
const short: Record<string, unknown> = {
  ...{ askBudget: "no_budget", countContacts: [0], codesOf: new Map([["sequence", [-1]]]) },
  endpointSecrets: [],
  ...{ isAnswered: false, findProposal: null, newestMail: null, reportRhythmOf: "off" },
  ...{ letterUnder: null, baseOf: null, findCart: null, isTalkedTo: false, isLive: false, latestConsent: null },
  ...{ isPaused: false, stepsSent: {} },
  countOutcomes: { pending: 0, applied: 0, ignored: 0, rejected: 0, failed: 0 },
  ...{ credentialsOf: {}, sourceTimes: [], stepsUnderway: [], orderedAgain: false, stockOfLines: [null] },
  contactHistory: { orders: 0, lastOrderDays: null, recoveries: 0, spent: null },
  ...{ countOrdersSince: 0, countCarts: { abandoned: 0, never: [] } },
  ...{ readMove: null, stepsOf: [], suppressionOf: null },
  ...{ digestChoiceOf: "off", wasTold: false, publicationFaultsOf: true },
  ...{ isPatternStopped: false, lastAttempt: 0, complaintsOf: { sent: 0, complaints: 0 } },
  ...{ analyseNow: [], catalogueOf: false, experimentFaults: false, isFrozenVersionOf: false, readTraffic: false },
  verdictsOf: { approvedUnedited: 0, edited: 0, rejected: 0 },
  ...{ reviewsBefore: { versionReviews: 0, languageReviews: 0 }, movesOf: { sequenceMode: null, steps: [] } },
};
/** Verbs that read no row that differs between tenants. */
const plain = [...rollupPlain, "startOfMonth", "instantOf", "listCurrencies", "lockCases", "readInboxHint"];
/** Verbs by which a fact is stored once: the owner's own second call leaves the first. */
const once = [
  ...rollupRepeats,
  "assignArm",
  "beginAssigning",
  "createTenant",
  "moveRuns",
  "queueMessage",
  "recordDecision",
  "recordExposure",
  "reserveCoupon",
  "saveDraft",
  "startEnrollment",
  "takeOrderTrigger",
];

test.each(Object.entries(short))("%s answers another tenant %j, and the owner otherwise", async (verb, answer) => {
  const asked = (tenantId: string) =>
    withScope(tenantId, (scope) => Promise.resolve(foreignReads[verb]?.(scope, alpha, now)));
  expect(await asked(bravo.tenantId)).toEqual(answer);
  expect(await asked(alpha.tenantId)).not.toEqual(answer);
});

test.each(Object.keys(foreignReads).filter((verb) => !(verb in short || plain.includes(verb))))(
  "%s shows the owner what it hides from others, so that hiding means something",
  async (verb) => {
    const given = new Set<unknown>();
    const result = await withScope(alpha.tenantId, (scope) =>
      Promise.resolve(foreignReads[verb]?.(scope, watched(alpha, given), now)),
    );
    expect(leaves(result).filter((leaf) => secret.has(leaf) && !given.has(leaf))).not.toEqual([]);
  },
);

test.each(Object.keys(foreignWrites).filter((verb) => !once.includes(verb)))(
  "%s does change the owner's rows when the owner calls it",
  async (verb) => {
    const undone = new Error("undone");
    await withScope(alpha.tenantId, async (scope) => {
      await foreignWrites[verb]?.(scope, alpha, now);
      const touched = await touchedTables(scope, tables);
      expect(await dump(scope, touched)).not.toEqual(hadIn(touched));
      throw undone;
    }).catch((fault: unknown) => {
      if (fault !== undone) throw fault;
    });
  },
);

test("and when all that was tried is over, the tenant has what it had", async () => {
  expect(await dumpOf(alpha.tenantId)).toEqual(had);
  expect(await secretsOf(alpha, bravo)).toEqual(secret);
});

/** A refusal is an answer; whatever else breaks proves nothing about the other tenant. */
function refusal(fault: unknown): { refused: string } {
  if (fault instanceof AppError) return { refused: fault.message };
  throw fault;
}

const hadIn = (names: string[]) => Object.fromEntries(names.map((name) => [name, had[name]]));

const dumpOf = (tenantId: string) => withScope(tenantId, (scope) => dump(scope, tables));

/** What stands in one tenant's rows and in none of the other's: ids, addresses, names, words, times, large numbers. */
async function secretsOf(one: Owned, other: Owned): Promise<Set<unknown>> {
  const known = new Set(leaves(await dumpOf(other.tenantId)));
  const theirs = leaves(await dumpOf(one.tenantId)).filter((leaf) => !known.has(leaf));
  expect(theirs.length).toBeGreaterThan(100);
  return new Set(theirs);
}
