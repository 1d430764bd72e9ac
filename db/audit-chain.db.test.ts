import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { recordAudit } from "./audit.ts";
import { verifyAudit } from "./audit-chain.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { newId } from "./ids.ts";
import { withScope } from "./scope.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-05T12:00:00.123Z");
beforeAll(() => connectTo({ ...database, poolSize: 10 }));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const note = (tenantId: string, action: string, change: Record<string, unknown> = {}) =>
  withScope(tenantId, (scope) =>
    recordAudit(scope, { actor: { kind: "member", id: "mem_1" }, action, subjectId: "drf_1", change, now }),
  );
const verify = (tenantId: string) => withScope(tenantId, verifyAudit);

async function chainOf(count: number): Promise<string> {
  const tenantId = newId("tenant", now);
  for (let index = 0; index < count; index++) await note(tenantId, `act.${index}`, { reason: `because ${index}` });
  return tenantId;
}

const tables = ["alter table audit_entries", "alter table audit_seals"];

/** What somebody with the owner's rights could do behind our back. */
async function tamper(work: (owner: postgres.Sql) => Promise<unknown>): Promise<void> {
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await owner.unsafe(tables.map((table) => `${table} disable trigger user, no force row level security`).join(";"));
    await work(owner);
    await owner.unsafe(tables.map((table) => `${table} enable trigger user, force row level security`).join(";"));
  } finally {
    await owner.end();
  }
}

test("an untouched chain has no faults, each seal holds the hash of the last", async () => {
  const tenantId = await chainOf(5);
  expect(await verify(tenantId)).toMatchObject({ entries: 5, erased: 0, faults: [] });
});

test("fifty entries at once, of two tenants, make two unbroken chains", async () => {
  const tenants = [newId("tenant", now), newId("tenant", now)];
  await Promise.all(Array.from({ length: 50 }, (_, index) => note(tenants[index % 2] ?? "", `act.${index}`)));
  for (const tenantId of tenants) expect(await verify(tenantId)).toMatchObject({ entries: 25, faults: [] });
});

test("an entry that its transaction took back leaves no seal", async () => {
  const tenantId = await chainOf(1);
  const failing = withScope(tenantId, async (scope) => {
    await recordAudit(scope, { actor: { kind: "policy" }, action: "never", now });
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  await note(tenantId, "after");
  expect(await verify(tenantId)).toMatchObject({ entries: 2, faults: [] });
});

test("a removed, a changed and a smuggled entry are found at their place", async () => {
  const tenantId = await chainOf(6);
  await tamper(async (owner) => {
    await owner`delete from audit_entries where tenant_id = ${tenantId} and action = 'act.1'`;
    await owner`update audit_entries set actor_id = 'mem_2' where tenant_id = ${tenantId} and action = 'act.3'`;
    await owner`update audit_entries set change = '{"reason":"another"}' where tenant_id = ${tenantId} and action = 'act.4'`;
    await owner`insert into audit_entries (tenant_id, id, actor_kind, action, change, at)
      values (${tenantId}, 'aud_smuggled', 'member', 'act.x', '{}', now())`;
  });
  const { faults } = await verify(tenantId);
  expect(faults.map(({ seq, fault }) => [seq, fault])).toEqual([
    [2, "entry_removed"],
    [4, "entry_changed"],
    [5, "entry_changed"],
    [null, "entry_unsealed"],
  ]);
});

test("a removed seal and a seal made anew over a changed entry break the chain behind them", async () => {
  const removed = await chainOf(4);
  const forged = await chainOf(4);
  await tamper(async (owner) => {
    await owner`delete from audit_seals where tenant_id = ${removed} and seq = 2`;
    await owner`delete from audit_entries where tenant_id = ${removed} and action = 'act.1'`;
    await owner`update audit_entries set action = 'act.forged' where tenant_id = ${forged} and action = 'act.1'`;
    await owner`update audit_seals s set hash = audit_hash(s.previous_hash, s.seq, e, s.change_digest)
      from audit_entries e where s.tenant_id = ${forged} and s.seq = 2 and e.tenant_id = s.tenant_id and e.id = s.entry_id`;
  });
  expect((await verify(removed)).faults.map((it) => it.fault)).toEqual(["seal_removed", "seal_changed"]);
  expect((await verify(forged)).faults).toMatchObject([{ seq: 3, fault: "seal_changed" }]);
});

test("neither the app nor a job can change or remove an entry or a seal", async () => {
  const tenantId = await chainOf(1);
  const attempts = [
    sql`update audit_entries set action = 'other'`,
    sql`update audit_entries set change = '{"reason":"other"}', salt = null`,
    sql`update audit_entries set change = '{}'`,
    sql`delete from audit_entries`,
    sql`update audit_seals set hash = ''`,
    sql`delete from audit_seals`,
  ];
  for (const attempt of attempts) {
    await expect(withScope(tenantId, (scope) => scope.db.execute(attempt))).rejects.toMatchObject({
      cause: { message: "the audit log is append-only" },
    });
  }
});

test("erasing words keeps the chain verifiable and cannot be undone", async () => {
  const tenantId = await chainOf(3);
  await withScope(tenantId, (scope) =>
    scope.db.execute(sql`update audit_entries set change = change - 'reason', salt = null where action = 'act.1'`),
  );
  expect(await verify(tenantId)).toMatchObject({ entries: 3, erased: 1, faults: [] });
});
