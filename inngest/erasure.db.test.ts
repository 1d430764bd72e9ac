import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import { touchpoints } from "#db/schema/attribution.ts";
import { carts, conversions, orders } from "#db/schema/carts.ts";
import { contacts, suppressions } from "#db/schema/contacts.ts";
import { drafts, messages, systemMails } from "#db/schema/messages.ts";
import { complianceRequests, webhookEvents } from "#db/schema/shops.ts";
import { attributionModels } from "#domain/attribution.ts";
import { reviewDraft } from "./review-draft.ts";
import { clickMessage } from "./testing/clicking.ts";
import { everywhere } from "./testing/everywhere.ts";
import { type House, openHouse } from "./testing/house.ts";
import { reportOn, reportSecret } from "./testing/mail-reports.ts";
import { checkoutOf, connectShopify, orderOf, type ShopifyShop, sendFromShopify } from "./testing/shopify.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { cartUpdated, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
let tenant: TestTenant;
let shop: ShopifyShop;
beforeAll(async () => {
  vi.stubEnv("RESEND_WEBHOOK_SECRET", reportSecret);
  house = await openHouse();
  tenant = await createLadderTenant(await currentTime(), { policy: { oversightMode: "gated" } });
  shop = await connectShopify(tenant.tenantId, await currentTime());
});
afterAll(async () => {
  await house?.close();
  vi.unstubAllEnvs();
});

const all = <T extends PgTable>(table: T) =>
  rowsOf(tenant, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;

const person = {
  email: "wilhelmina.okonkwo+shop@example.com",
  id: 7_677_484_597_543,
  firstName: "Wilhelmïna",
  lastName: "Okonkwo",
  phone: "+46701234567",
};
const personal = [person.email, person.firstName, person.lastName, person.phone];
const bystander = { email: "otto@example.com", id: 42, firstName: "Otto", lastName: "Lund", phone: "+4512345678" };

async function reviewed(position: number, verdict: "approved" | "rejected", reason?: string): Promise<void> {
  await house.advance(1);
  const held = (await all(drafts)).filter((one) => one.chosen && one.heldReason);
  const [draft] = held.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(position);
  const seen = { draftId: draft?.id ?? "", wordsHash: draft?.wordsHash ?? "", verdict, reason };
  await reviewDraft(tenant.tenantId, seen, { kind: "member", id: "mem_reviewer" }, await currentTime());
  await house.advance(1);
}

/** Everything that may happen to a person with a shop, so that every table which could know them does. */
async function liveThrough(): Promise<void> {
  await sendFromShopify(shop, "checkouts/create", checkoutOf("tok-w", person));
  await sendFromShopify(shop, "customers/update", {
    ...{ id: person.id, email: person.email, first_name: person.firstName, last_name: person.lastName },
    ...{ phone: person.phone, created_at: "2026-01-01T00:00:00Z", updated_at: new Date().toISOString() },
  });
  await sendFromShopify(shop, "fulfillments/create", { destination: { ...person }, email: person.email });
  await house.advance(1);
  await house.advance(61);
  await house.advance(121);
  await reviewed(0, "approved");
  const [message] = await all(messages);
  if (!message) throw new Error("no message left");
  const tags = [{ name: "message_id", value: message.id }];
  await reportOn({ id: "re_1", to: person.email, subject: message.subject, tags }, { type: "email.delivered" });
  await clickMessage({ tenantId: tenant.tenantId, messageId: message.id });
  await house.advance(24 * 60);
  await reviewed(1, "rejected", `${person.firstName} ${person.lastName} has asked us by phone`);
  const { email, firstName } = person;
  await sendShopEvent(tenant, cartUpdated(`cart of ${email}`, { email, firstName }, await currentTime()));
  await sendFromShopify(shop, "checkouts/create", checkoutOf("tok-o", bystander));
  await sendFromShopify(shop, "orders/create", orderOf(982_098, "tok-w", person));
  const now = await currentTime();
  const copy = { kind: "test_send" as const, toAddress: email, subject: "Test", html: firstName, text: firstName };
  const row = { tenantId: tenant.tenantId, id: newId("systemMail", now), ...copy, status: "sent" as const };
  await rowsOf(tenant, (scope) => scope.db.insert(systemMails).values({ ...row, createdAt: now }));
  await house.advance(1);
}

describe("a person whom Shopify asks us to forget", { timeout: 240_000 }, () => {
  test("stands nowhere in the database any more, while numbers and the promise not to write stay", async () => {
    await liveThrough();
    const known = { shop_id: 1, shop_domain: "nordhem.myshopify.com" };
    const customer = { id: person.id, phone: person.phone };
    await sendFromShopify(shop, "customers/data_request", { ...known, customer, data_request: { id: 9999 } });
    await house.advance(1);
    const [request] = await all(complianceRequests);
    expect(request).toMatchObject({ request: "data_request", reference: "9999", completedAt: expect.any(Date) });
    for (const text of personal) expect(request?.exportJson).toContain(text);
    // So many columns know the person; were it fewer, this test would prove less than it says.
    expect(new Set((await everywhere(personal)).map((place) => place.table)).size).toBeGreaterThan(15);

    // The shop names the customer by its own id, and us has told the address before.
    await sendFromShopify(shop, "customers/redact", { ...known, customer, orders_to_redact: [982_098] });
    await house.advance(1);
    expect(await everywhere(personal)).toEqual([]);
    const redaction = (await all(webhookEvents)).find((event) => event.topic === "customers/redact");
    expect(redaction).toMatchObject({ outcome: "applied" });
    expect([(await all(carts)).length, (await all(orders)).map((order) => order.total)]).toEqual([3, [11_990]]);
    expect([(await all(touchpoints)).length, (await all(conversions)).length]).toEqual([1, attributionModels.length]);
    expect(await all(suppressions)).toMatchObject([{ address: null, reason: "erased" }]);
    expect((await all(contacts)).find((one) => one.address === bystander.email)).toMatchObject({ firstName: "Otto" });
  });

  test("is written to no more, even when the shop sends a checkout of theirs again", async () => {
    await sendFromShopify(shop, "checkouts/create", checkoutOf("tok-again", person));
    await house.advance(1);
    await house.advance(61);
    const again = (await all(carts)).find((cart) => cart.recoveryUrl?.includes("tok-again"));
    expect(again).toMatchObject({ enrollmentRefusal: "suppressed" });
  });

  test("is forgotten with everybody else when the shop itself is, and so are all bodies it sent", async () => {
    await sendFromShopify(shop, "shop/redact", { shop_id: 1, shop_domain: "nordhem.myshopify.com" });
    await house.advance(1);
    expect(await everywhere([...personal, bystander.email, bystander.phone])).toEqual([]);
    const sent = (await all(webhookEvents)).filter((event) => event.sourceId === shop.shopId);
    expect(sent.every((event) => event.body === null)).toBe(true);
  });
});
