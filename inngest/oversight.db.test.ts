import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentTime } from "#db/clock.ts";
import { drafts, messages, reviews } from "#db/schema/messages.ts";
import { reviewDraft } from "./review-draft.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf, sentOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const all = <T extends PgTable>(tenant: TestTenant, table: T) =>
  rowsOf(tenant, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;

describe("oversight", { timeout: 240_000 }, () => {
  test("in gated mode nothing leaves before a person approves exactly these words", async () => {
    const tenant = await createLadderTenant(await currentTime(), { policy: { oversightMode: "gated" } });
    await abandon(house, tenant, "gated@example.com");
    await house.advance(121);
    const [draft] = await all(tenant, drafts);
    expect(await all(tenant, messages)).toHaveLength(0);
    const by = { kind: "member" as const, id: "mem_reviewer" };
    const approve = { draftId: draft?.id ?? "", verdict: "approved" as const };
    const now = await currentTime();
    await expect(reviewDraft(tenant.tenantId, { ...approve, wordsHash: "other" }, by, now)).rejects.toMatchObject({
      code: "conflict",
    });
    await reviewDraft(tenant.tenantId, { ...approve, wordsHash: draft?.wordsHash ?? "" }, by, now);
    await expect(
      reviewDraft(tenant.tenantId, { ...approve, wordsHash: draft?.wordsHash ?? "" }, by, now),
    ).rejects.toMatchObject({ code: "conflict" });
    await house.advance(1);
    expect(await sentOf(tenant)).toHaveLength(1);
  });

  test("edited words are what is sent once somebody else approved them, and an edit that lies is refused", async () => {
    const tenant = await createLadderTenant(await currentTime(), { policy: { oversightMode: "gated" } });
    await abandon(house, tenant, "edited@example.com");
    await house.advance(121);
    const [draft] = await all(tenant, drafts);
    if (!draft?.words) throw new Error("no draft waits");
    const by = { kind: "member" as const, id: "mem_editor" };
    const edit = { draftId: draft.id, verdict: "edited" as const, wordsHash: draft.wordsHash };
    const lie = { ...draft.words, subject: "Take 90 % off today" };
    await expect(reviewDraft(tenant.tenantId, { ...edit, words: lie }, by, await currentTime())).rejects.toMatchObject({
      code: "invalid",
    });
    const words = { ...draft.words, subject: "Your lamp is still in the cart" };
    await reviewDraft(tenant.tenantId, { ...edit, words }, by, await currentTime());
    await house.advance(1);
    expect(await sentOf(tenant)).toHaveLength(0);
    const anew = (await all(tenant, drafts)).find((one) => one.authorId === by.id);
    const approve = { draftId: anew?.id ?? "", verdict: "approved" as const, wordsHash: anew?.wordsHash ?? "" };
    await reviewDraft(tenant.tenantId, approve, { kind: "member", id: "mem_other" }, await currentTime());
    await house.advance(1);
    expect((await sentOf(tenant)).map((mail) => mail.subject)).toEqual(["Your lamp is still in the cart"]);
  });

  test("a rejected message is dropped and the next step goes on", async () => {
    const tenant = await createLadderTenant(await currentTime(), { policy: { oversightMode: "gated" } });
    await abandon(house, tenant, "rejected@example.com");
    await house.advance(121);
    const [draft] = await all(tenant, drafts);
    const by = { kind: "member" as const, id: "mem_reviewer" };
    const verdict = {
      draftId: draft?.id ?? "",
      verdict: "rejected" as const,
      reason: "tone",
      wordsHash: draft?.wordsHash ?? "",
    };
    await reviewDraft(tenant.tenantId, verdict, by, await currentTime());
    await house.advance(22 * 60);
    expect(await all(tenant, messages)).toHaveLength(0);
    expect((await all(tenant, drafts)).filter((one) => one.heldReason)).toHaveLength(2);
  });

  test("a gated draft nobody reviews is never sent by the clock, whatever the tenant chose", async () => {
    const tenant = await createLadderTenant(await currentTime(), {
      policy: { oversightMode: "gated", reviewDeadlineMinutes: 60, deadlineAction: "drop" },
    });
    await abandon(house, tenant, "dropped@example.com");
    await house.advance(121);
    await house.advance(61);
    expect(await all(tenant, messages)).toHaveLength(0);
    const sends = await createLadderTenant(await currentTime(), {
      policy: { oversightMode: "gated", reviewDeadlineMinutes: 60, deadlineAction: "send" },
    });
    await abandon(house, sends, "sent@example.com");
    await house.advance(121);
    await house.advance(61);
    expect(await sentOf(sends)).toHaveLength(0);
    expect(await rowsOf(sends, (scope) => scope.db.select().from(reviews))).toMatchObject([
      { verdict: "expired", reason: "drop" },
    ]);
  });

  test("an order that comes while the draft waits ends it", async () => {
    const tenant = await createLadderTenant(await currentTime(), { policy: { oversightMode: "gated" } });
    const cartId = await abandon(house, tenant, "waiting@example.com");
    await house.advance(121);
    const [draft] = await all(tenant, drafts);
    await sendShopEvent(
      tenant,
      orderPlaced(
        "order-3",
        { customer: { email: "waiting@example.com" }, tokens: [cartId], total: 100 },
        await currentTime(),
      ),
    );
    await house.advance(1);
    const approve = { draftId: draft?.id ?? "", verdict: "approved" as const, wordsHash: draft?.wordsHash ?? "" };
    await expect(
      reviewDraft(tenant.tenantId, approve, { kind: "member", id: "mem_late" }, await currentTime()),
    ).rejects.toMatchObject({ code: "conflict" });
    await house.advance(80 * 60);
    expect(await all(tenant, messages)).toHaveLength(0);
  });
});
