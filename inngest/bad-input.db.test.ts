import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { currentTime } from "#db/clock.ts";
import { workerSql } from "#db/connections.ts";
import type { PlatformName } from "#domain/shop-event.ts";
import { logFault } from "./log.ts";
import { badBodies, oddEvents } from "./testing/bad-events.ts";
import { type House, openHouse } from "./testing/house.ts";
import { apiAnswer, connectSender, type FullPlatform, fullEvent, lightEvent, type Sender } from "./testing/senders.ts";
import { createLadderTenant } from "./testing/tenant.ts";

vi.mock("./log.ts", () => ({ logFault: vi.fn() }));

let house: House;
let tenantId: string;
beforeAll(async () => {
  const really = fetch;
  vi.stubGlobal("fetch", async (input: URL | string | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname === "127.0.0.1") return really(input, init);
    const answer = apiAnswer(url);
    return new Response(answer ?? "{}", { status: answer === null ? 404 : 200 });
  });
  house = await openHouse();
  tenantId = (await createLadderTenant(await currentTime())).tenantId;
});
afterAll(async () => {
  await house?.close();
  vi.unstubAllGlobals();
});

let made = 70_000;
const nextId = () => String(++made);
const isFull = (platform: PlatformName): platform is FullPlatform =>
  platform === "shopify" || platform === "woocommerce" || platform === "custom";
const goodEvent = (platform: PlatformName, id: string) =>
  isFull(platform) ? fullEvent(platform, id) : lightEvent(platform, id);

/** Stripe names a request within its body, and signs text: what it could not have sent is turned away at the door. */
function stripeFate(body: Buffer | string, fate: string): string {
  if (body.length === 0 || fate === "rejected invalid_utf8") return "401 bad_signature";
  return fate.startsWith("rejected") ? "401 missing_delivery_id" : fate;
}

function badEvents(platform: PlatformName) {
  const bad = badBodies.map(([name, bodyOf, fate]) => {
    const body = bodyOf(goodEvent(platform, nextId()));
    return { name, body, fate: platform === "stripe" ? stripeFate(body, fate) : fate };
  });
  return isFull(platform) ? [...bad, ...oddEvents(platform, nextId)] : bad;
}

async function send(sender: Sender, body: Buffer | string): Promise<string> {
  const answer = await sender.send(body);
  if (answer.status === 200) return "stored";
  const { error } = (await answer.json()) as { error: { code: string } };
  return `${answer.status} ${error.code}`;
}

const hashOf = (body: Buffer | string) => createHash("sha256").update(body).digest("hex");

/** What became of all that a shop sent, by the hash of the body, and the carts that it has. */
async function truthOf({ shopId }: Sender) {
  const rows = await workerSql()<{ hash: string; fate: string }[]>`
    select encode(sha256(body), 'hex') as hash, outcome || coalesce(' ' || reason, '') as fate
    from webhook_events where tenant_id = ${tenantId} and source_id = ${shopId}`;
  const carts = await workerSql()<{ id: string }[]>`
    select external_id as id from carts where tenant_id = ${tenantId} and shop_id = ${shopId}`;
  return { fates: new Map(rows.map((row) => [row.hash, row.fate])), carts: new Set(carts.map((row) => row.id)) };
}

describe.each<PlatformName>(["shopify", "woocommerce", "custom", "stripe", "bigcommerce", "magento"])(
  "of what %s sends",
  (platform) => {
    test("each bad event has its named fate, and of the good ones around it none is lost", async () => {
      const sender = await connectSender(tenantId, platform, await currentTime());
      const bad = badEvents(platform);
      const answers: string[] = [];
      const good: string[] = [];
      for (const { body } of bad) {
        const around = [nextId(), nextId()];
        good.push(...around);
        const [before = "", after = ""] = around.map((id) => goodEvent(platform, id));
        const [one, answer, other] = [await send(sender, before), await send(sender, body), await send(sender, after)];
        expect([one, other]).toEqual(["stored", "stored"]);
        answers.push(answer);
      }
      await untilTold();
      await house.advance(1);
      const { fates, carts } = await truthOf(sender);
      const became = bad.map(({ name, body }, index) => {
        const answer = answers[index] ?? "";
        return [name, answer === "stored" ? (fates.get(hashOf(body)) ?? "gone") : answer];
      });
      expect(Object.fromEntries(became)).toEqual(Object.fromEntries(bad.map(({ name, fate }) => [name, fate])));
      expect(good.filter((id) => !carts.has(id))).toEqual([]);
      expect(vi.mocked(logFault)).not.toHaveBeenCalled();
    });
  },
);
