import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as openLink, HEAD as peekLink } from "#app/r/[token]/route.ts";
import { GET as openUnsubscribe, POST as postUnsubscribe } from "#app/u/[token]/one-click/route.ts";
import { readPreferences } from "#app/u/unsubscribe.ts";
import { currentTime } from "#db/clock.ts";
import { touchpoints } from "#db/schema/attribution.ts";
import { consents, suppressions } from "#db/schema/contacts.ts";
import { messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { type SmtpSink, startSmtpSink } from "#integrations/testing/smtp-sink.ts";
import { linkRequest } from "./testing/clicking.ts";
import { type House, openHouse } from "./testing/house.ts";
import { abandon, rowsOf } from "./testing/story.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";
import { orderPlaced, sendShopEvent } from "./testing/webhooks.ts";

let house: House;
let sink: SmtpSink;
let tenant: TestTenant;

beforeAll(async () => {
  sink = await startSmtpSink();
  vi.stubEnv("MAILER", "smtp");
  vi.stubEnv("SMTP_URL", sink.url);
  house = await openHouse();
  tenant = await createLadderTenant(await currentTime());
});
afterAll(async () => {
  await house?.close();
  await sink?.close();
  vi.unstubAllEnvs();
});

const all = <T extends PgTable>(table: T) =>
  rowsOf(tenant, (scope) => scope.db.select().from(table as PgTable)) as Promise<T["$inferSelect"][]>;
const received = (email: string) => sink.mails.filter((mail) => mail.to.includes(email));
const messageTo = async (email: string) => (await all(messages)).find((one) => one.toAddress === email);

describe("over SMTP", { timeout: 240_000 }, () => {
  test("one refused recipient among several holds up nobody, and who is put off gets the mail later, once", async () => {
    sink.refuse.set("refused@example.com", 550);
    sink.refuse.set("grey@example.com", 451);
    const people = ["first@example.com", "refused@example.com", "grey@example.com", "last@example.com"];
    for (const email of people) await abandon(house, tenant, email);
    await house.advance(121);
    expect(people.map((email) => received(email).length)).toEqual([1, 0, 0, 1]);
    expect(await messageTo("refused@example.com")).toMatchObject({ status: "failed", reason: "smtp_550" });
    expect(await messageTo("grey@example.com")).toMatchObject({ status: "queued", reason: "smtp_451" });
    sink.refuse.delete("grey@example.com");
    await house.advance(6);
    expect(people.map((email) => received(email).length)).toEqual([1, 0, 1, 1]);
    expect(await messageTo("grey@example.com")).toMatchObject({ status: "sent", mailer: "smtp" });
  });

  test("a mail has two parts, one sender, a name of its own, and no second of its kind after the order", async () => {
    const cartId = await abandon(house, tenant, "buyer@example.com");
    await house.advance(121);
    const [mail] = received("buyer@example.com");
    const message = await messageTo("buyer@example.com");
    expect(mail?.header("from")).toContain("<hello@shop.example>");
    expect(mail?.header("message-id")).toBe(`<${message?.id}@shop.example>`);
    expect(mail?.header("content-type")).toMatch(/^multipart\/alternative/);
    expect(mail?.source).toMatch(/content-type: text\/plain[\s\S]*content-type: text\/html/i);
    const order = { customer: { email: "buyer@example.com" }, tokens: [cartId], total: 12_000 };
    await sendShopEvent(tenant, orderPlaced("order-smtp", order, await currentTime()));
    await house.advance(48 * 60);
    expect(received("buyer@example.com")).toHaveLength(1);
  });

  test("a mail that is lost after it was handed over is not sent a second time", async () => {
    await abandon(house, tenant, "lost@example.com");
    await house.advance(100);
    // Whatever the subject will be, the connection breaks after it.
    sink.dropAfter = Object.assign(new Set<string>(), { has: () => true });
    await house.advance(21);
    sink.dropAfter = new Set();
    await house.advance(30);
    expect(received("lost@example.com")).toHaveLength(1);
    expect(await messageTo("lost@example.com")).toMatchObject({ status: "failed", reason: "outcome_unknown" });
  });
});

describe("a mail's own links", { timeout: 240_000 }, () => {
  const answered = async (url: string, init: RequestInit) => {
    const [, token = ""] = /\/u\/([^/]+)\/one-click$/.exec(new URL(url).pathname) ?? [];
    const given = { params: Promise.resolve({ token }) };
    const request = new Request(url, init);
    return init.method === "POST" ? postUnsubscribe(request, given) : openUnsubscribe(request, given);
  };
  const oneClick = (email: string) => /^<(.*)>$/.exec(received(email)[0]?.header("list-unsubscribe") ?? "")?.[1] ?? "";
  const multipart = () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    return form;
  };

  test.each([
    ["url-encoded@example.com", () => new URLSearchParams({ "List-Unsubscribe": "One-Click" })],
    ["multipart@example.com", multipart],
  ])("unsubscribe by the header's address in one click: %s", async (email, form) => {
    await abandon(house, tenant, email);
    await house.advance(121);
    expect(received(email)[0]?.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const answer = await answered(oneClick(email), { method: "POST", body: form() });
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    const message = await messageTo(email);
    expect(await all(suppressions)).toContainEqual(
      expect.objectContaining({ address: email, reason: "unsubscribed", messageId: message?.id }),
    );
    const mine = (rows: { contactId: string }) => rows.contactId === message?.contactId;
    expect((await all(enrollments)).filter(mine)).toMatchObject([{ closeReason: "suppressed" }]);
    expect((await all(consents)).filter(mine)).toMatchObject([{ state: "withdrawn" }]);
    await house.advance(72 * 60);
    expect(received(email)).toHaveLength(1);
  });

  test("do nothing when a scanner opens them: no unsubscribe by GET, no person's click by HEAD", async () => {
    const email = "scanned@example.com";
    await abandon(house, tenant, email);
    await house.advance(121);
    const url = oneClick(email);
    const opened = await answered(url, { method: "GET" });
    expect([opened.status, opened.headers.get("location")]).toEqual([
      302,
      new URL(url).pathname.replace("/one-click", ""),
    ]);
    const [, unsubscribeToken = ""] = /\/u\/([^/]+)\//.exec(url) ?? [];
    expect(await readPreferences(unsubscribeToken)).toMatchObject({ address: email, state: "subscribed" });
    const message = await messageTo(email);
    const [, token = ""] = /\/r\/([^\s"<]+)/.exec(message?.text ?? "") ?? [];
    const context = { params: Promise.resolve({ token }) };
    const clicks = async () => (await all(touchpoints)).filter((one) => one.messageId === message?.id);
    expect((await peekLink(linkRequest(token, {}, "HEAD"), context)).status).toBe(302);
    expect(await clicks()).toMatchObject([{ by: "machine", machineReason: "head_request" }]);
    await house.advance(1);
    await openLink(linkRequest(token), context);
    expect((await clicks()).map(({ by }) => by)).toEqual(["machine", "person"]);
    await house.advance(24 * 60);
    expect(received(email)).toHaveLength(2);
  });

  test("stand in the plain-text part with every fact of the HTML part", async () => {
    const offered = (await all(messages)).find((one) => one.toAddress === "scanned@example.com" && one.position === 1);
    const shown = (offered?.html ?? "").replaceAll("&amp;", "&");
    const links = shown.match(/https?:\/\/[^"<\s]+\/[ru]\/[^"<\s]+/g) ?? [];
    expect(links.length).toBeGreaterThan(1);
    for (const fact of ["Aurora lamp", "€120.00", "SHIPFREE", "1 Quay Street, Bergen", ...links]) {
      expect(shown).toContain(fact);
      expect(offered?.text).toContain(fact);
    }
  });
});
