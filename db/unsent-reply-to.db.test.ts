import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
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

test("mail rendered before answers had an address of their own keeps the brand's until it has left", async () => {
  for (const key of ["again", "left", "bare", "own"]) await tellCart({ tenant: "one", key, at: now, sentAt: now });
  await withScope("ten_one", async ({ db }) => {
    await db.execute(sql`update brands set reply_to = 'ask@one.example'`);
    await db.execute(sql`update messages set status = 'queued' where id <> 'msg_left'`);
    await db.execute(sql`update messages set html = null where id = 'msg_bare'`);
    await db.execute(sql`update messages set reply_to = 'box+own@one.example' where id = 'msg_own'`);
  });
  await asOwner(database, async (owner) => {
    for (const statement of await statementsOf("0045_unsent_reply_to")) await owner.unsafe(statement);
  });
  const rows = await withScope("ten_one", ({ db }) =>
    db.execute<{ id: string; to: string | null }>(sql`select id, reply_to as "to" from messages order by id`),
  );
  expect(Object.fromEntries(rows.map(({ id, to }) => [id, to]))).toEqual({
    msg_again: "ask@one.example",
    msg_bare: null,
    msg_left: null,
    msg_own: "box+own@one.example",
  });
});
