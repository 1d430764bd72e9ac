import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { closeShop } from "#db/shops.ts";
import type { PlatformName } from "#domain/shop-event.ts";
import { logFault } from "#inngest/log.ts";
import { reportOn, reportSecret } from "#inngest/testing/mail-reports.ts";
import { connectSender, fullEvent, lightEvent, type Sender } from "#inngest/testing/senders.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { receiveShopWebhook } from "./receive-shop-webhook.ts";

vi.mock("#inngest/log.ts", () => ({ logFault: vi.fn() }));

let database: TestDatabase;
let tenantId: string;
beforeAll(async () => {
  // Nobody to tell: what was stored is answered all the same.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  process.env.RESEND_WEBHOOK_SECRET = reportSecret;
  database = await createTestDatabase();
  await connectTo(database);
  tenantId = (await createLadderTenant(await currentTime())).tenantId;
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

let made = 0;
const eventOf = (platform: PlatformName) => {
  const id = String(++made);
  const isFull = platform === "shopify" || platform === "woocommerce" || platform === "custom";
  return isFull ? fullEvent(platform, id) : lightEvent(platform, id);
};

const signatureHeaders: Record<PlatformName, string> = {
  shopify: "x-shopify-hmac-sha256",
  woocommerce: "x-wc-webhook-signature",
  stripe: "stripe-signature",
  bigcommerce: "webhook-signature",
  custom: "webhook-signature",
  magento: "x-adobe-commerce-webhook-signature",
};
const timed: PlatformName[] = ["stripe", "bigcommerce", "custom"];
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** A request that must be turned away, with the answer's status and code. */
type Bad = { name: string; send(sender: Sender): Promise<Response>; answer: [number, string] };

function badSignatures(platform: PlatformName): Bad[] {
  const header = signatureHeaders[platform];
  const signed = (sender: Sender, headers: Record<string, string>) => sender.send(eventOf(platform), { headers });
  const own = (sender: Sender, body: string) => sender.request(body).headers.get(header) ?? "";
  const refused = (name: string, code: string, send: Bad["send"]): Bad => ({ name, send, answer: [401, code] });
  const other = platform === "stripe" ? "missing_timestamp" : "bad_signature";
  return [
    refused("no signature", "missing_signature", (sender) => signed(sender, { [header]: "" })),
    refused("a signature of nothing", other, (sender) => signed(sender, { [header]: "v1," })),
    refused("a signature of junk", other, (sender) => signed(sender, { [header]: "\xff\xfe \x80%00;,=" })),
    refused("a signature of 100,000 parts", other, (sender) =>
      signed(sender, { [header]: "v1,AA== ".repeat(100_000) }),
    ),
    refused("the signature of another body", "bad_signature", (sender) =>
      signed(sender, { [header]: own(sender, eventOf(platform)) }),
    ),
    refused("a body written anew", "bad_signature", (sender) => {
      const body = eventOf(platform);
      const { headers } = sender.request(body);
      const anew = JSON.stringify(JSON.parse(body), null, 1);
      const request = new Request("http://127.0.0.1/hook", { method: "POST", headers, body: anew });
      return receiveShopWebhook(request, platform, sender.shopId);
    }),
    ...(platform === "magento" ? [] : [refused("another secret", "bad_signature", anotherSecret)]),
    ...(timed.includes(platform)
      ? [
          refused("a signature of long ago", "old_timestamp", (s) =>
            s.send(eventOf(platform), { at: minutesFromNow(-6) }),
          ),
          refused("one of the future", "future_timestamp", (s) => s.send(eventOf(platform), { at: minutesFromNow(6) })),
        ]
      : []),
  ];
}

function anotherSecret(sender: Sender): Promise<Response> {
  const key = sender.platform === "custom" ? `whsec_${Buffer.from("of another").toString("base64")}` : "another";
  return sender.send(eventOf(sender.platform), { key });
}

const shopsUnknown = [
  "shop_unknown",
  "",
  "\u0000",
  "a\u0000b",
  "💡",
  "../etc",
  "' or 1=1 --",
  "x".repeat(100_000),
  "\ud800",
];

function badAddresses(platform: PlatformName): Bad[] {
  const at = (sender: Sender, asPlatform: string, shopId: string) =>
    receiveShopWebhook(sender.request(eventOf(platform)), asPlatform, shopId);
  const other = platform === "shopify" ? "custom" : "shopify";
  const unknown = (name: string, send: Bad["send"]): Bad => ({ name, send, answer: [404, "not_found"] });
  return [
    ...shopsUnknown.map((id) =>
      unknown(`shop ${JSON.stringify(id).slice(0, 20)}`, (sender) => at(sender, platform, id)),
    ),
    ...[other, "email", "__proto__", "constructor", "\u0000"].map((name) =>
      unknown(`platform ${JSON.stringify(name)}`, (sender) => at(sender, name, sender.shopId)),
    ),
  ];
}

/** A body that comes in pieces, of which the last never does. */
function brokenOff(sender: Sender): Promise<Response> {
  const whole = Buffer.from(eventOf(sender.platform));
  let sent = false;
  const body = new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError("terminated"));
      else controller.enqueue(new Uint8Array(whole.subarray(0, 20)));
      sent = true;
    },
  });
  const { headers } = sender.request(whole);
  const request = new Request("http://127.0.0.1/hook", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  return receiveShopWebhook(request, sender.platform, sender.shopId);
}

async function inPieces(sender: Sender): Promise<Response> {
  const whole = Buffer.from(eventOf(sender.platform));
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < whole.length; at += 7) controller.enqueue(new Uint8Array(whole.subarray(at, at + 7)));
      controller.close();
    },
  });
  const { headers } = sender.request(whole);
  const request = new Request("http://127.0.0.1/hook", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  return receiveShopWebhook(request, sender.platform, sender.shopId);
}

async function storedOf({ shopId }: Sender): Promise<number> {
  const [row] = await workerSql()<{ count: number }[]>`
    select count(*)::int as count from webhook_events where tenant_id = ${tenantId} and source_id = ${shopId}`;
  return row?.count ?? -1;
}

const platforms: PlatformName[] = ["shopify", "woocommerce", "stripe", "bigcommerce", "custom", "magento"];

describe.each(platforms)("the door for %s", (platform) => {
  test("turns away by name what it may not trust, keeps nothing of it, and takes what comes before and after", async () => {
    const sender = await connectSender(tenantId, platform, await currentTime());
    const broken: Bad = { name: "a body broken off", send: brokenOff, answer: [400, "broken_off"] };
    const bad = [...badSignatures(platform), ...badAddresses(platform), broken];
    const answers: [string, number, string][] = [];
    const good: Promise<Response>[] = [];
    for (const { name, send } of bad) {
      good.push(sender.send(eventOf(platform)));
      const answer = await send(sender);
      const { error } = (await answer.json()) as { error: { code: string } };
      answers.push([name, answer.status, error.code]);
      good.push(sender.send(eventOf(platform)));
    }
    expect(answers).toEqual(bad.map(({ name, answer }) => [name, ...answer]));
    expect(new Set((await Promise.all(good)).map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await storedOf(sender)).toBe(good.length);
    expect(vi.mocked(logFault)).not.toHaveBeenCalled();
  });

  test("takes a body in pieces, and headers that say strange things beside the right ones", async () => {
    const sender = await connectSender(tenantId, platform, await currentTime());
    expect((await inPieces(sender)).status).toBe(200);
    const strange = { "content-type": "image/png", "content-length": "", "x-\u0021": "\xff", "content-encoding": "br" };
    const all: Record<string, string>[] = [strange, { cookie: "a".repeat(100_000) }, { "content-length": "NaN" }];
    for (const headers of all) {
      expect((await sender.send(eventOf(platform), { headers })).status).toBe(200);
    }
    expect(await storedOf(sender)).toBe(4);
  });

  test("takes nothing for a shop that was disconnected, and says so", async () => {
    const sender = await connectSender(tenantId, platform, await currentTime());
    const now = await currentTime();
    await withScope(tenantId, (scope) => closeShop(scope, sender.shopId, now, now));
    const answer = await sender.send(eventOf(platform));
    expect([answer.status, await answer.json()]).toMatchObject([410, { error: { code: "disabled" } }]);
    expect(await storedOf(sender)).toBe(0);
  });
});

test.each(["é\x80", "x".repeat(256), " ", "\x7f"])(
  "a delivery may not name itself %j, and a topic so spelt is an unknown one",
  async (deliveryId) => {
    const sender = await connectSender(tenantId, "shopify", await currentTime());
    const answer = await sender.send(eventOf("shopify"), { headers: { "x-shopify-webhook-id": deliveryId } });
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: { code: "missing_delivery_id" } }]);
    const topic = { "x-shopify-topic": deliveryId, "x-shopify-webhook-id": randomUUID() };
    expect((await sender.send(eventOf("shopify"), { headers: topic })).status).toBe(200);
  },
);

test.each(["\u0000", "msg_\u0000", "\ud800", "x".repeat(1_000), "'; --", "__proto__"])(
  "a mail provider's report of a message %j is about none of ours",
  async (value) => {
    const mail = { id: "re_1", to: "mia@example.com", subject: "\u0000", tags: [{ name: "message_id", value }] };
    const answer = await reportOn(mail, { type: "email.bounced", bounce: { type: "Permanent" } });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, stored: 0 }]);
  },
);
