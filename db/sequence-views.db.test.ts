import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { withScope } from "./scope.ts";
import { listSequences, readSequence } from "./sequence-views.ts";
import { publishVersion, saveVersion, withdrawSequence } from "./sequences.ts";
import { tellCart, tellTenant } from "./testing/story.ts";

const now = new Date("2026-03-10T12:00:00Z");
const later = new Date("2026-03-10T13:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const database = await createTestDatabase();

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("one", now);
  await tellTenant("two", now);
  const order = { at: hoursAgo(1), total: 4500, credited: true };
  await tellCart({ tenant: "one", key: "won", at: hoursAgo(9), sentAt: hoursAgo(7), clickedAt: hoursAgo(2), order });
  await tellCart({ tenant: "one", key: "open", at: hoursAgo(9), sentAt: hoursAgo(7) });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const inOne = <T>(work: Parameters<typeof withScope<T>>[1]) => withScope("ten_one", work);

test("lists sequences with their live version and what they did", async () => {
  expect(await inOne(listSequences)).toMatchObject([
    { id: "seq_one", liveVersion: 1, newestVersion: 1, stepCount: 3, enrolled: 2, open: 1, recovered: 1 },
  ]);
});

test("counts what became of each step, and shows no sequence of another tenant", async () => {
  const { outcomes } = await inOne((scope) => readSequence(scope, "seq_one"));
  expect(outcomes).toEqual([{ versionId: "ver_one", position: 0, sent: 2, clicked: 1, recovered: 1 }]);
  await expect(inOne((scope) => readSequence(scope, "seq_two"))).rejects.toMatchObject({ code: "not_found" });
});

test("a saved version after publication is the next number, and withdrawal is a row", async () => {
  await inOne((scope) => saveVersion(scope, { sequenceId: "seq_one", steps: [] }, "mem_1", now));
  expect(await inOne((scope) => readSequence(scope, "seq_one"))).toMatchObject({
    liveVersionId: "ver_one",
    versions: [
      { number: 2, frozen: false },
      { number: 1, frozen: true, enrolled: 2 },
    ],
  });
  await inOne((scope) => publishVersion(scope, "seq_one", "mem_1", later));
  await inOne((scope) => withdrawSequence(scope, "seq_one", "mem_1", new Date(later.getTime() + 1)));
  const { liveVersionId, publications } = await inOne((scope) => readSequence(scope, "seq_one"));
  expect(liveVersionId).toBeNull();
  expect(publications.map((publication) => publication.version)).toEqual([null, 2, 1]);
});
