import { acrossTenantsStoreBrowserEvents, type BrowserWebhook, type PublicDoor } from "#db/across-tenants-public.ts";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import { isRowFault } from "#db/row-fault.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { deviceOf } from "#domain/device.ts";
import { type BrowserEvent, platforms, readBrowserEvent } from "#integrations/platforms.ts";
import { errorAnswer, tellRunner } from "../webhooks/answers.ts";
import { readBody, unreadAnswer } from "../webhooks/read-body.ts";
import { noteFailure } from "../webhooks/signature-failures.ts";
import { Full, together } from "../webhooks/together.ts";
import { networkOf } from "./network-of.ts";
import { findPublicDoor, originRefusal } from "./public-door.ts";
import { giveBack, type Limit, take } from "./rate-limits.ts";

export const mostBrowserBytes = 65_536;

const storeTogether = together(
  async (rows: BrowserWebhook[]) => {
    const fresh = await acrossTenantsStoreBrowserEvents(rows);
    return rows.map((row) => fresh.has(row.id));
  },
  {
    ...{ most: 500, atOnce: 2, mostHeld: 5_000, mostBytes: 32 * 1_048_576 },
    bytesOf: (row) => row.body.byteLength,
    isOfOne: isRowFault,
  },
);

/**
 * Takes what a shop's page reports under the shop's public key. Anybody may have sent it: the origin keeps honest
 * browsers of other sites out, limits keep the rest small, and what is stored is a claim (docs/decisions). Knows nothing
 * of Next, so that any server can mount it.
 */
export async function receiveBrowserEvent(request: Request, publicKey: string): Promise<Response> {
  const shop = await findPublicDoor(publicKey);
  if (!shop) return errorAnswer(404, "not_found", "There is no such shop.");
  const origin = request.headers.get("origin");
  const refusal = originRefusal(origin, shop.allowedOrigins);
  if (refusal) {
    note(shop, refusal, await currentTime());
    return errorAnswer(403, refusal, "This page may not report to this shop.");
  }
  const answer = await answerTo(request, shop);
  answer.headers.set("access-control-allow-origin", origin ?? "");
  answer.headers.set("vary", "origin");
  return answer;
}

async function answerTo(request: Request, shop: PublicDoor): Promise<Response> {
  if (request.method === "OPTIONS") return preflightAnswer();
  if (shop.disabledAt) return errorAnswer(410, "disabled", "This shop is disconnected.");
  try {
    const network = networkOf(request.headers);
    const limited = (await limitedBy(shop, "network", network)) ?? (await limitedBy(shop, "key", shop.id));
    if (limited) return limited;
    const body = await readBody(request, mostBrowserBytes);
    return typeof body === "string"
      ? unreadAnswer(body, mostBrowserBytes)
      : await admit(withDevice(body, request), shop, network);
  } catch (error) {
    if (error instanceof Full) return limitedAnswer(5);
    throw error;
  }
}

function preflightAnswer(): Response {
  const headers = {
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "86400",
  };
  return new Response(null, { status: 204, headers });
}

/** What the shopper holds is told by the request, and kept as its class: the browser's name itself is not. */
function withDevice(body: Uint8Array, request: Request): Uint8Array {
  const device = deviceOf(request.headers.get("user-agent"));
  const begins = body.indexOf(123);
  if (device === null || begins < 0) return body;
  const said = new TextEncoder().encode(`"device":"${device}",`);
  return Buffer.concat([body.subarray(0, begins + 1), said, body.subarray(begins + 1)]);
}

async function admit(body: Uint8Array, shop: PublicDoor, network: string): Promise<Response> {
  const read = readBrowserEvent(body);
  if (read.kind === "rejected") return rejectedAnswer(read);
  const receivedAt = await currentTime();
  const { event } = read;
  const said = platforms[shop.platform].translate({
    ...{ topic: event.type, body, receivedAt },
    ...{ shopCurrency: shop.currency, shopUrl: shop.url },
  });
  if (said.kind === "rejected") return rejectedAnswer(said);
  // Of an address without the wish to be written to nothing is kept.
  if (said.kind === "ignored") return Response.json({ ok: true, outcome: "ignored", reason: said.reason });
  if (event.type === "browser.email") {
    const refused = await admitAddress(event, shop, network);
    if (refused) return refused;
  }
  const { tenantId, id: sourceId } = shop;
  const id = newId("webhookEvent", receivedAt);
  const deliveryId = `browser:${event.token}:${event.id}`;
  const isNew = await storeTogether({ tenantId, id, sourceId, deliveryId, topic: event.type, body, receivedAt });
  if (isNew) void tellRunner([{ tenantId, id }]);
  return Response.json({ ok: true, duplicate: !isNew });
}

/** Nobody can make us write to many, or to one often: how many addresses may be claimed is bounded in each way. */
async function admitAddress(
  { token, data: { email } }: Extract<BrowserEvent, { type: "browser.email" }>,
  shop: PublicDoor,
  network: string,
): Promise<Response | null> {
  const address = normalizeAddress(email) ?? email;
  const claim = `${shop.id} ${token} ${address}`;
  if (await take(shop.tenantId, "claim", claim)) return Response.json({ ok: true, duplicate: true });
  const refused =
    (await limitedBy(shop, "networkAddresses", network)) ??
    (await limitedBy(shop, "address", address)) ??
    (await limitedBy(shop, "keyAddresses", shop.id));
  if (refused) await giveBack(shop.tenantId, "claim", claim);
  return refused;
}

async function limitedBy(shop: PublicDoor, limit: Limit, subject: string): Promise<Response | null> {
  const refused = await take(shop.tenantId, limit, subject === shop.id ? subject : `${shop.id} ${subject}`);
  if (!refused) return null;
  note(shop, "rate_limited", await currentTime());
  return limitedAnswer(refused.waitSeconds);
}

function limitedAnswer(waitSeconds: number): Response {
  const answer = errorAnswer(429, "rate_limited", "Too much was reported.");
  answer.headers.set("retry-after", String(waitSeconds));
  return answer;
}

function rejectedAnswer({ reason, detail }: { reason: string; detail: string }): Response {
  return Response.json(
    { error: { code: reason, message: "This event cannot be used.", field: detail } },
    { status: 422 },
  );
}

function note(shop: PublicDoor, reason: string, at: Date): void {
  noteFailure({ tenantId: shop.tenantId, shopId: shop.id, reason, at });
}
