import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { followLink } from "#app/r/follow-link.ts";
import { currentTime } from "#db/clock.ts";
import { carts, conversions } from "#db/schema/carts.ts";
import { suppressions } from "#db/schema/contacts.ts";
import { messageEvents, messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { webhookEvents } from "#db/schema/shops.ts";
import { attributionModels } from "#domain/attribution.ts";
import { type ResendSink, startResendSink } from "#integrations/testing/resend-sink.ts";
import { linkRequest } from "./testing/clicking.ts";
import { type House, openHouse } from "./testing/house.ts";
import { reportOn, reportSecret } from "./testing/mail-reports.ts";
import { checkoutOf, connectShopify, orderOf, type ShopifyShop, sendFromShopify } from "./testing/shopify.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

let house: House;
let sink: ResendSink;
let tenant: TestTenant;
let shop: ShopifyShop;

beforeAll(async () => {
  sink = await startResendSink();
  const outside = { MAILER: "resend", RESEND_API_KEY: "re_key", RESEND_BASE_URL: sink.url };
  for (const [name, value] of Object.entries({ ...outside, RESEND_WEBHOOK_SECRET: reportSecret })) {
    vi.stubEnv(name, value);
  }
  house = await openHouse();
  // From here on the house is ten days ahead of what Shopify and Resend write as the time.
  await house.advance(10 * 24 * 60);
  tenant = await createLadderTenant(await currentTime());
  shop = await connectShopify(tenant.tenantId, await currentTime());
});
afterAll(async () => {
  await house?.close();
  await sink?.close();
  vi.unstubAllEnvs();
});

const all = <T extends PgTable>(table: T) =>
  rowsOf(tenant, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;

let customers = 7_677_484_597_543;
const buyer = (email: string) => ({
  ...{ email, id: ++customers, firstName: "Mara", lastName: "Lindqvist", phone: "+46701234567" },
});

/** Fills a checkout at Shopify, twice as people do, and leaves it. */
async function leave(token: string, email: string) {
  const person = buyer(email);
  await sendFromShopify(shop, "checkouts/create", checkoutOf(token, person));
  await sendFromShopify(shop, "checkouts/update", checkoutOf(token, person));
  return person;
}

const mailsTo = (email: string) => sink.mails.filter((mail) => mail.to === email);
const stateOf = async (email: string) => {
  const mine = (await all(messages)).filter((message) => message.toAddress === email);
  const [enrollment] = (await all(enrollments)).filter((one) => one.id === mine[0]?.enrollmentId);
  const [suppression] = (await all(suppressions)).filter((one) => one.address === email);
  return { closed: enrollment?.closeReason ?? null, suppressed: suppression?.reason ?? null };
};

describe("a checkout that Shopify signed and a mail that Resend took", { timeout: 240_000 }, () => {
  test("travel the whole path, whatever the vendors' clocks say", async () => {
    const person = await leave("da4a9d115469", "mara@example.com");
    await house.advance(1);
    await house.advance(61);
    const [cart] = await all(carts);
    expect(cart?.abandonedAt?.getTime()).toBe((cart?.lastActivityAt.getTime() ?? 0) + 3_600_000);
    await house.advance(121);
    const [mail] = mailsTo("mara@example.com");
    expect(mailsTo("mara@example.com")).toHaveLength(1);
    expect(mail?.html).toContain("Wool blanket");
    expect(mail).toMatchObject({ headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } });

    const [message] = await all(messages);
    if (mail) await reportOn(mail, { type: "email.delivered" });
    await house.advance(1);
    const [event] = await all(messageEvents);
    expect([event?.kind, event?.messageId]).toEqual(["delivered", message?.id]);
    expect(event && message?.sentAt && event.at > message.sentAt).toBe(true);

    const link = /\/r\/([^"<\s]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const target = (await followLink(link, linkRequest(link))).headers.get("location");
    expect(target).toBe("https://nordhem.example/checkouts/da4a9d115469/recover?key=1f2e");
    await house.advance(5);
    await sendFromShopify(shop, "orders/create", orderOf(9_820_982_911, "da4a9d115469", person));
    await house.advance(96 * 60);
    expect(mailsTo("mara@example.com")).toHaveLength(1);
    expect(await stateOf("mara@example.com")).toEqual({ closed: "ordered", suppressed: null });
    const credits = await all(conversions);
    expect(credits).toHaveLength(attributionModels.length);
    for (const credit of credits)
      expect(credit).toMatchObject({ messageId: message?.id, amount: 11_990, organicReason: null });
    expect((await all(webhookEvents)).map((one) => one.outcome)).toEqual(Array(4).fill("applied"));
  });

  test("end with a permanent bounce and with a complaint, and go on after a soft bounce", async () => {
    const [gone, angry, full] = ["gone@example.com", "angry@example.com", "full@example.com"];
    for (const email of [gone, angry, full]) await leave(`token-${email}`, email);
    await house.advance(1);
    await house.advance(61);
    await house.advance(121);
    const report = async (email: string, type: string, bounce?: { type: string }) => {
      const [mail] = mailsTo(email);
      if (!mail) throw new Error("no mail came");
      const given = { type, bounce, deliveryId: `report-${email}` };
      expect((await reportOn(mail, { ...given, secret: `whsec_${btoa("of somebody else")}` })).status).toBe(401);
      expect(await (await reportOn(mail, given)).json()).toEqual({ ok: true, stored: 1 });
      expect(await (await reportOn(mail, given)).json()).toEqual({ ok: true, stored: 0 });
    };
    await report(gone, "email.bounced", { type: "Permanent" });
    await report(angry, "email.complained");
    await report(full, "email.bounced", { type: "Transient" });
    await house.advance(1);
    expect(await stateOf(gone)).toEqual({ closed: "suppressed", suppressed: "bounced" });
    expect(await stateOf(angry)).toEqual({ closed: "suppressed", suppressed: "complained" });
    expect(await stateOf(full)).toEqual({ closed: null, suppressed: null });
    await house.advance(24 * 60);
    expect([gone, angry, full].map((email) => mailsTo(email).length)).toEqual([1, 1, 2]);
  });

  test("are held up by nobody: one recipient refused, an answer lost, and each of the others has one mail", async () => {
    const people = ["one@example.com", "refused@example.com", "three@example.com"];
    sink.refuse.add("refused@example.com");
    for (const email of people) await leave(`token-${email}`, email);
    await house.advance(1);
    await house.advance(61);
    sink.faults.push({ kind: "drop", taken: true });
    await house.advance(121);
    await house.advance(10);
    expect(people.map((email) => mailsTo(email).length)).toEqual([1, 0, 1]);
    const ours = (await all(messages)).filter((one) => people.includes(one.toAddress) && one.position === 0);
    const statuses = Object.fromEntries(ours.map((one) => [one.toAddress, one.status]));
    expect(statuses).toEqual({
      "one@example.com": "sent",
      "refused@example.com": "failed",
      "three@example.com": "sent",
    });
  });
});
