import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember, createTwoTenants } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { recordAudit } from "#db/audit.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import type { Role } from "#domain/member.ts";
import { GET } from "./route.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00Z");
let tenants: Awaited<ReturnType<typeof createTwoTenants>>;
beforeAll(async () => {
  await connectTo(database);
  tenants = await createTwoTenants();
  for (const { tenantId, name } of [tenants.one, tenants.two]) {
    await withScope(tenantId, async (scope) => {
      for (let index = 0; index < 3; index++) {
        const change = { tenant: name, reason: `=HYPERLINK("https://evil.example")`, index };
        await recordAudit(scope, { actor: { kind: "policy" }, action: "=1+1", change, now });
      }
    });
  }
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const ask = async (format: string, role: Role = "admin") => {
  const { headers } = await asMember(tenants.one, role);
  const answer = await GET(new Request(`http://localhost:3000/api/audit/export?format=${format}`, { headers }));
  return { status: answer.status, text: await answer.text(), name: answer.headers.get("content-disposition") };
};

test("the file holds the tenant's whole chain in order and nothing of another tenant", async () => {
  const { status, text, name } = await ask("jsonl");
  const rows = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(200);
  expect(name).toMatch(/^attachment; filename="activity-\d{4}-\d\d-\d\d\.jsonl"$/);
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.slice(-3).map((row) => row.change.tenant)).toEqual(Array(3).fill(tenants.one.name));
  expect(text).not.toContain(`"tenant":"${tenants.two.name}"`);
  expect(rows.slice(1).every((row, index) => row.previousHash === rows[index].hash)).toBe(true);
});

test("no cell of the CSV is a formula to a spreadsheet", async () => {
  const { text } = await ask("csv");
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(rows.at(-1)?.action).toBe("'=1+1");
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/);
});

test("an unknown format is refused by name, and a marketer may not take the log", async () => {
  expect((await ask("xml")).status).toBe(422);
  expect((await ask("csv", "marketer")).status).toBe(403);
});
