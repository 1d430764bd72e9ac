import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { createKey } from "#db/api-keys.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { createMember, removeMember } from "#db/members.ts";
import { queueMessage } from "#db/messages.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { queueStep } from "./queue-step.ts";
import { draftFirst, messagesOf, standingOf, work } from "./testing/drafted.ts";
import { ann, at, ben, drafted, edited, inTenant, review, start, statusOf } from "./testing/reviewing.ts";

// No runner listens here; what it would be told of, the tests do themselves.
vi.mock("./events.ts", async (original) => ({ ...(await original<object>()), announce: async () => undefined }));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

describe("law 1: in gated mode nothing leaves without a person's approval of exactly these words", () => {
  test("not unseen, not by other words' hash, and then once", async () => {
    const told = await drafted();
    expect(await work(told, at(1))).toBe("wait");
    expect(await queueStep(told.tenant.tenantId, (await standingOf(told)).draft.id, at(1))).toBe(null);
    await expect(review(told, "approved", { hash: "of other words" })).rejects.toMatchObject({ code: "conflict" });
    expect(await statusOf(told)).toEqual([]);
    await review(told, "approved");
    await work(told, at(2));
    expect(await statusOf(told)).toEqual(["sent"]);
  });

  test("a message that is queued although nobody approved it is held at the last look", async () => {
    const told = await drafted();
    const { draft, decision, enrollment } = await standingOf(told);
    const { cartId, contactId } = enrollment;
    const about = { decisionId: decision.id, enrollmentId: enrollment.id, cartId, contactId, draftId: draft.id };
    const mail = { position: 0, incentiveId: null, toAddress: told.email, fromAddress: "a@b.example", subject: "Hi" };
    const id = await inTenant(told, (scope) => queueMessage(scope, { ...about, ...mail }, at(1)));
    await deliverMessages([{ tenantId: told.tenant.tenantId, id }], "run", at(2));
    expect(await statusOf(told)).toEqual(["held"]);
  });

  test("a key's approval is that of the member who made it; a key of nobody approves nothing", async () => {
    const told = await drafted();
    const { key, maker, stray } = await inTenant(told, async (scope) => {
      const maker = await createMember(scope, { email: "maker@shop.example", name: "M", role: "marketer", now: start });
      const made = { scopes: ["oversight" as const], mode: "test" as const, now: start };
      const { key } = await createKey(scope, { ...made, name: "Robot", createdBy: maker.id });
      const { key: stray } = await createKey(scope, { ...made, name: "Stray", createdBy: null });
      return { key, maker, stray };
    });
    const by = { kind: "key", id: stray.id } as const;
    await expect(review(told, "approved", { by })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("“Stray”"),
    });
    await review(told, "approved", { by: { kind: "key", id: key.id } });
    const { acts, life } = await standingOf(told);
    expect(acts).toMatchObject([{ kind: "approved", byKind: "member", byId: maker.id, viaKeyId: key.id }]);
    expect(life).toMatchObject({ kind: "approved", clearance: { kind: "people" } });
    const other = await draftFirst(told.tenant, "second@example.com", start);
    await inTenant(told, (scope) => removeMember(scope, maker.id, start));
    await expect(review(other, "approved", { by: { kind: "key", id: key.id } })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("“Robot”"),
    });
  });
});

describe("laws 2 to 4: two people, edits and their authors", () => {
  const two = { secondApprover: { incentiveAbovePercent: null, cartAbove: [{ amount: 100, currency: "EUR" }] } };

  test("one of two approvals does not send, the same person twice does not either", async () => {
    const told = await drafted({ ...two, oversightMode: "autonomous" });
    expect(await review(told, "approved")).toMatchObject({ state: "waiting" });
    await expect(review(told, "approved")).rejects.toMatchObject({ code: "conflict" });
    await work(told, at(2));
    expect(await statusOf(told)).toEqual([]);
    expect(await review(told, "approved", { by: ben })).toMatchObject({ state: "approved" });
    await work(told, at(3));
    expect(await statusOf(told)).toEqual(["sent"]);
  });

  test("an edit voids an approval, its author never approves it, somebody else sends it", async () => {
    const told = await drafted();
    await review(told, "approved", { by: ben });
    expect(await edited(told)).toMatchObject({ state: "edited" });
    await work(told, at(2));
    expect(await statusOf(told)).toEqual([]);
    await expect(review(told, "approved", { by: ann })).rejects.toMatchObject({ code: "forbidden" });
    await review(told, "approved", { by: ben });
    await work(told, at(3));
    expect((await messagesOf(told)).map((one) => [one.status, one.subject])).toEqual([
      ["sent", "Your lamp is still in the cart"],
    ]);
  });

  test("what a key edits its maker wrote: they cannot approve it by their own hand", async () => {
    const told = await drafted();
    const { key, maker } = await inTenant(told, async (scope) => {
      const maker = await createMember(scope, { email: "m@shop.example", name: "M", role: "marketer", now: start });
      const made = { name: "Robot", scopes: ["oversight" as const], mode: "test" as const, now: start };
      return { maker, key: (await createKey(scope, { ...made, createdBy: maker.id })).key };
    });
    await edited(told, { kind: "key", id: key.id });
    await expect(review(told, "approved", { by: { kind: "member", id: maker.id } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("where the policy holds nothing of the new words, an edit goes on by it", async () => {
    const told = await drafted({ oversightMode: "monitored" }, { avoidWords: ["cart"] });
    const { draft } = await standingOf(told);
    expect(draft.holds).toEqual(["finding"]);
    const plain = { subject: "Still here", preheader: "As you left it.", heading: "Still here", button: "Go on" };
    const words = { ...plain, paragraphs: ["Hello,", "Whenever you like."], postscript: null };
    expect(await review(told, "edited", { words })).toMatchObject({ state: "edited" });
    await work(told, at(2));
    expect((await messagesOf(told)).map((one) => [one.status, one.subject])).toEqual([["sent", "Still here"]]);
  });
});
