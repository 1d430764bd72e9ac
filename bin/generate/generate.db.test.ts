import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { generate } from "./write-tenant.ts";

const database = await createTestDatabase();
const now = new Date("2026-11-20T11:00:00Z");

beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const tables = ["message_facts", "enrollment_facts", "rollup_cells", "rollup_days", "rollup_steps", "rollup_arms"];

/** How many rows each table has and what their whole text comes to. */
async function printed(scope: Scope): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const [row] = await scope.db.execute<{ rows: number; print: string }>(
      sql`select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as print from ${sql.identifier(table)} t`,
    );
    found[table] = row;
  }
  return found;
}

test("a generated tenant's facts and sums are what its rows say", async () => {
  const wanted = { messages: 300, name: "small", seed: 3, timeZone: "America/St_Johns", now };
  const { tenantId, messages, orders } = await generate({ ...wanted, analyze: async () => {} }, () => {});
  expect(messages).toBeGreaterThan(200);
  expect(orders).toBeGreaterThan(15);
  const inScope = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);
  const written = await inScope(printed);
  expect(written).toMatchObject({ message_facts: { rows: messages } });
  await rebuildRollups(inScope, now);
  expect(await inScope(printed)).toEqual(written);
});
