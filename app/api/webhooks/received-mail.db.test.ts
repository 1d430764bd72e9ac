import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { createMailbox } from "#db/mailboxes.ts";
import { inboundMails, mailArrivals } from "#db/schema/inbox.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { readArrival } from "#inngest/read-arrival.ts";
import { mailText } from "#inngest/testing/mail-text.ts";
import { receiveMailWebhook } from "./receive-mail-webhook.ts";

const secret = `whsec_${Buffer.from("a secret of the provider's webhook").toString("base64")}`;
const now = new Date("2026-03-03T09:11:00Z");
const content = mailText({ To: "hello@nordhem.example" });

let database: TestDatabase;
let provider: Server;
let tenantId: string;
/** What the provider's API answers by the mail's id: its source, or a status. */
const kept = new Map<string, Buffer | number>();

beforeAll(async () => {
  provider = createServer((request, response) => {
    const [, path, id = ""] = /^\/(emails\/receiving|raw)\/(\w+)$/.exec(request.url ?? "") ?? [];
    const found = kept.get(id);
    if (typeof found === "number" || !found)
      return response.writeHead(found ?? 404, { "content-type": "application/json" }).end(
        JSON.stringify({
          statusCode: found ?? 404,
          name: found ? "internal_server_error" : "not_found",
          message: "",
        }),
      );
    if (path === "raw") return response.end(found);
    const raw = { download_url: `${here()}/raw/${id}`, expires_at: "2026-03-03T10:00:00Z" };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ object: "email", id, raw }));
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", () => resolve()));
  vi.stubEnv("RESEND_WEBHOOK_SECRET", secret);
  vi.stubEnv("RESEND_API_KEY", "re_key");
  vi.stubEnv("RESEND_BASE_URL", here());
  vi.stubEnv("MAILER", "outbox");
  database = await createTestDatabase();
  await connectTo(database);
});
beforeEach(async () => {
  tenantId = newId("tenant", now);
  await inTenant(async (scope) => {
    await createTenant(scope, { name: "Shop", currency: "EUR", language: "en", timeZone: "Europe/Oslo", now });
    await createMailbox(scope, { address: addressHere(), name: "Nordhem" }, now);
  });
});
afterAll(async () => {
  provider.closeAllConnections();
  provider.close();
  await closeConnections();
  await database.drop();
  vi.unstubAllEnvs();
});

const here = () => `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);
const addressHere = () => `${tenantId.replaceAll("_", "").slice(-20)}@nordhem.example`;
const arrivals = () => inTenant((scope) => scope.db.select().from(mailArrivals));
const mails = () => inTenant((scope) => scope.db.select().from(inboundMails));

/** A delivery of the provider's webhook, signed by the library that it signs with itself. */
async function deliver(emailId: string, change: { delivery?: string; signature?: string; to?: string } = {}) {
  const body = JSON.stringify({
    type: "email.received",
    created_at: "2026-03-03T09:11:00.000Z",
    data: {
      ...{ email_id: emailId, created_at: "2026-03-03T09:11:00.000Z", from: "Ada <ada@example.com>" },
      ...{ to: [change.to ?? addressHere()], bcc: [], cc: [], received_for: [], subject: "Re: Your basket" },
      ...{ message_id: "<one@mail.example.com>", attachments: [] },
    },
  });
  const { delivery = `msg_${emailId}` } = change;
  const at = new Date();
  const signature = change.signature ?? new Webhook(secret).sign(delivery, at, body);
  const headers = {
    ...{ "svix-id": delivery, "svix-timestamp": String(Math.floor(at.getTime() / 1_000)), "svix-signature": signature },
    "content-type": "application/json",
  };
  return receiveMailWebhook(new Request("http://localhost/api/webhooks/email", { method: "POST", headers, body }));
}

async function readAll(at = new Date(Date.now() + 60_000)): Promise<void> {
  for (const { id } of await arrivals()) await readArrival({ tenantId, arrivalId: id }, at);
}

test("a notice of a received mail is stored, and its content fetched and read by the job", async () => {
  kept.set("first", content);
  expect(await (await deliver("first")).json()).toEqual({ ok: true, stored: 1 });
  expect(await arrivals()).toMatchObject([{ fetchId: "first", content: null, settledAt: null }]);
  await readAll();
  expect(await mails()).toMatchObject([
    { text: "Does it come in blue?", source: "resend", fromAddress: "ada@example.com" },
  ]);
});

test("a delivery that comes twice counts once, also under another delivery's id", async () => {
  kept.set("twice", content);
  await deliver("twice");
  expect(await (await deliver("twice", { delivery: "msg_again" })).json()).toEqual({ ok: true, stored: 0 });
  await readAll();
  await readAll();
  expect(await mails()).toHaveLength(1);
});

test("what nobody signed is refused, and what is nobody's is not stored", async () => {
  expect((await deliver("forged", { signature: "v1,AAAA" })).status).toBe(401);
  expect(await (await deliver("stray", { to: "x@nowhere.example" })).json()).toEqual({ ok: true, stored: 0 });
  expect(await arrivals()).toEqual([]);
});

test("content that cannot be had now is asked for again, and is given up as gone when it is", async () => {
  kept.set("later", 503);
  await deliver("later");
  const first = new Date(Date.now() + 60_000);
  await readAll(first);
  expect(await arrivals()).toMatchObject([
    { attempts: 1, settledAt: null, nextTryAt: new Date(first.getTime() + 60_000) },
  ]);
  kept.delete("later");
  await readAll(new Date(first.getTime() + 120_000));
  expect(await arrivals()).toMatchObject([{ refusedBecause: "gone" }]);
  expect(await mails()).toEqual([]);
});
