import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import type { Brief } from "#domain/draft.ts";
import { factsOf } from "#domain/facts.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { getDraft } from "./drafts.ts";
import { withScope } from "./scope.ts";
import { asOwner, statementsOf } from "./testing/migration.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

/** A brief as it was stored before facts had ids. */
const before = (incentive: Record<string, string | number | boolean> | null) => ({
  ...{ language: "en", purpose: "reminder", template: "reminder", position: 0, lineCount: 2, loyaltyLine: true },
  contact: { firstName: "Mia", returning: true, orders: 2 },
  lines: ["Kettle", "Mug"].map((title) => ({ title, variantTitle: null, quantity: 1 })),
  brand: { name: "Fjord", tone: "calm", avoidWords: ["hurry"] },
  incentive,
});

test("a draft written before has its new facts as unknown, its pattern and its one subject", async () => {
  await tellCart({ tenant: "one", key: "old", at: now });
  await tellCart({ tenant: "one", key: "erased", at: now });
  await asOwner(database, async (owner) => {
    await owner`alter table drafts no force row level security`;
    const brief = owner.json(before({ kind: "percent", percent: 10, hasDeadline: true }));
    await owner`update drafts set brief = ${brief}, pattern = '', subjects = '[]' where id = 'drf_old'`;
    await owner`update drafts set brief = null, words = null, pattern = '', subjects = '[]' where id = 'drf_erased'`;
    const statements = (await statementsOf("0006_brief_facts")).filter((part) => /NO FORCE|^\s*UPDATE/m.test(part));
    expect(statements).toHaveLength(7);
    for (const statement of statements) await owner.unsafe(statement);
  });
  const drafts = await withScope("ten_one", async (scope) => [
    await getDraft(scope, "drf_old"),
    await getDraft(scope, "drf_erased"),
  ]);
  const expected: Partial<Brief> = {
    contact: {
      ...{ firstName: "Mia", returning: true, orders: 2 },
      ...{ lastOrderDays: null, recoveries: 0, spent: null, vip: false },
    },
    incentive: { kind: "percent", percent: 10, hasDeadline: true, hasCode: false },
    stock: [],
    store: { returns: null, shipping: null },
    brand: { name: "Fjord", tone: "calm", avoidWords: ["hurry"], useWords: [], examples: [] },
  };
  expect(drafts[0]).toMatchObject({
    brief: { ...expected, lines: [{ id: "line.1", title: "Kettle" }, { id: "line.2" }] },
    pattern: "seq_one/step-1/en/returning/none",
    subjects: ["Your kettle is waiting"],
  });
  expect(drafts[0]?.brief && factsOf(drafts[0].brief).length).toBeGreaterThan(10);
  expect(drafts[1]).toMatchObject({ brief: null, pattern: "seq_one/step-1/en/new/none", subjects: [] });
});
