import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { condition, test as single } from "#domain/condition/testing/conditions.ts";
import { type Condition, type ConditionFacts, conditionFields, holds, stepFields } from "#domain/condition.ts";
import { factsOfCarts, factsOfContacts } from "./condition-facts.ts";
import { type Asked, fromSources } from "./condition-sources.ts";
import { conditionSql, fittingIds, sourcesOf } from "./condition-sql.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { type Scope, withScope } from "./scope.ts";
import { sequenceId, stepIds, storeWorld, world } from "./testing/facts-world.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-29T01:30:00Z");
// Another one each time only where that was asked for: a suite must not fail by what it happened to draw.
const otherSeed = fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31);
const worlds = [
  { name: "a fixed seed", tenantId: "ten_fixed", seed: 20_260_329 },
  { name: `seed ${otherSeed}`, tenantId: "ten_other", seed: otherSeed },
];

beforeAll(async () => {
  await connectTo(database);
  for (const { tenantId, seed } of worlds) {
    const [made] = fc.sample(world(now), { seed, numRuns: 1 });
    if (made) await withScope(tenantId, (scope) => storeWorld(scope, made, now));
  }
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const walk = { sequenceId, positions: Object.fromEntries(stepIds.map((id, position) => [id, position])) };

async function answersBySql(tenantId: string, asked: Condition, of: Asked["of"]): Promise<Map<string, boolean | null>> {
  const how = { tenantId, of, now, walk };
  const row = of === "cart" ? sql`c` : sql`p`;
  const statement = sql`select ${row}.id, ${conditionSql(asked, how)} as answer
    from ${fromSources(how, sourcesOf(asked))} where ${row}.tenant_id = ${tenantId}`;
  const found = await withScope(tenantId, ({ db }) => db.execute<{ id: string; answer: boolean | null }>(statement));
  return new Map(found.map(({ id, answer }) => [id, answer]));
}

async function knownOf(scope: Scope): Promise<Record<Asked["of"], Map<string, ConditionFacts>>> {
  const ids = async (table: "carts" | "contacts") =>
    (await scope.db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)}`)).map(({ id }) => id);
  return {
    cart: await factsOfCarts(scope, await ids("carts"), { now, walk: { sequenceId, stepIds: [...stepIds] } }),
    contact: await factsOfContacts(scope, await ids("contacts"), now),
  };
}

test.each(worlds)(
  "both evaluators give the same answer to 300 conditions on every cart and contact ($name)",
  async ({ tenantId, seed }) => {
    const seen = { true: 0, false: 0, null: 0 };
    const known = await withScope(tenantId, knownOf);
    const agree = fc.asyncProperty(
      condition,
      fc.constantFrom("cart" as const, "contact" as const),
      async (asked, of) => {
        const answers = await answersBySql(tenantId, asked, of);
        expect(answers).toEqual(new Map([...known[of]].map(([id, facts]) => [id, holds(asked, facts)])));
        for (const answer of answers.values()) seen[`${answer}`] += 1;
      },
    );
    await fc.assert(agree, { seed, numRuns: 300 });
    expect(Math.min(seen.true, seen.false, seen.null)).toBeGreaterThan(300);
  },
  120_000,
);

test("every fact that the language has is asked of carts, and both evaluators answer it yes and no alike", async () => {
  const known = await withScope("ten_fixed", knownOf);
  const asked = fc.sample(single, { seed: 7, numRuns: 2_000 });
  const byField = Map.groupBy(asked, (one) => one.field);
  expect([...byField.keys()].sort()).toEqual([...Object.keys(conditionFields), ...stepFields].sort());
  for (const [field, questions] of byField) {
    const seen = new Set<boolean | null>();
    for (const question of questions.slice(0, 40)) {
      const answers = await answersBySql("ten_fixed", question, "cart");
      expect(answers, field).toEqual(new Map([...known.cart].map(([id, facts]) => [id, holds(question, facts)])));
      for (const answer of answers.values()) seen.add(answer);
    }
    expect([seen.has(true), seen.has(false)], field).toEqual([true, true]);
  }
});

test("only who fits is counted: an unanswered question is no yes, and neither is its contrary", async () => {
  await withScope("ten_fixed", async (scope) => {
    const asked = { kind: "test", field: "contact.loyaltyTier", op: "eq", value: "VIP" } as const;
    const how = { tenantId: scope.tenantId, of: "contact", now } as const;
    const fits = await scope.db.execute(fittingIds(asked, how));
    const not = await scope.db.execute(fittingIds({ kind: "not", of: asked }, how));
    const unset = { kind: "test", field: "contact.loyaltyTier", op: "set", value: false } as const;
    const unknown = await scope.db.execute(fittingIds(unset, how));
    expect(unknown.length).toBeGreaterThan(0);
    expect(fits.length + not.length + unknown.length).toBe(25);
  });
});
