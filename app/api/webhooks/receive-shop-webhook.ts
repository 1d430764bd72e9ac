import {
  acrossTenantsCredentialsOf,
  acrossTenantsFindShops,
  acrossTenantsStoreWebhooks,
  type StoredWebhook,
} from "#db/across-tenants-doors.ts";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import { knownShop, rememberShop } from "#db/known-shops.ts";
import { isRowFault } from "#db/row-fault.ts";
import type { ShopDoor } from "#db/shop-door.ts";
import { secretsOf } from "#db/shops.ts";
import type { Translation } from "#domain/shop-event.ts";
import { platforms } from "#integrations/platforms.ts";
import { errorAnswer, tellRunner } from "./answers.ts";
import { readBody, unreadAnswer } from "./read-body.ts";
import { ok, type Reply, refusal, responseOf, retryLater } from "./reply.ts";
import { noteFailure } from "./signature-failures.ts";
import { Full, together } from "./together.ts";

const mebibyte = 1_048_576;
const bounds = { most: 500, atOnce: 2, mostHeld: 5_000, mostBytes: 64 * mebibyte, mostBatchBytes: 4 * mebibyte };

const findTogether = together(
  async (shopIds: string[]) => {
    const found = await acrossTenantsFindShops(shopIds);
    for (const shop of found.values()) rememberShop(shop);
    return shopIds.map((id) => found.get(id) ?? null);
  },
  { ...bounds, bytesOf: () => 0, isOfOne: isRowFault },
);

/** Ids of ours are short words: what is none need not be asked for, nor could the database always be asked. */
const findShop = (shopId: string) => (/^\w{1,60}$/.test(shopId) ? findTogether(shopId) : null);

/** Says of each row whether it was new. */
const storeTogether = together(
  async (rows: StoredWebhook[]) => {
    const fresh = new Set((await acrossTenantsStoreWebhooks(rows)).map((one) => one.id));
    return rows.map((row) => fresh.has(row.id));
  },
  { ...bounds, bytesOf: (row) => row.body.byteLength, isOfOne: isRowFault },
);

/**
 * Verifies the signature over the raw bytes, stores, answers; no thinking. 401 leaves no row, a delivery known already
 * is answered 200 and has no second effect, and what cannot wait in memory is told to come again. Knows nothing of Next,
 * so that any server can mount it.
 */
export async function receiveShopWebhook(request: Request, platform: string, shopId: string): Promise<Response> {
  const body = await readBody(request, mebibyte);
  if (typeof body === "string") return unreadAnswer(body, mebibyte);
  return responseOf(await takeShopWebhook({ headers: request.headers, body }, platform, shopId));
}

export type Knock = { headers: Headers; body: Uint8Array };

/** The same for a server that has read the bytes itself. */
export async function takeShopWebhook(knock: Knock, platform: string, shopId: string): Promise<Reply> {
  try {
    const known = knownShop(shopId);
    const soon = known && (await check(knock, platform, known));
    // What is remembered may be older than a new secret: only the shop as it stands now refuses.
    const checked = soon?.kind === "verified" ? soon : await check(knock, platform, await findShop(shopId));
    if (checked.kind === "verified") return await admit(knock, checked);
    if (checked.failure) noteFailure(checked.failure);
    return checked.reply;
  } catch (error) {
    if (error instanceof Full) return retryLater(429, "limited", "Too many webhooks wait already.");
    throw error;
  }
}

/** A GET by which a platform makes sure that the address is ours, before it sends anything. Knows nothing of Next. */
export async function shakeHands(request: Request, platform: string, shopId: string): Promise<Response> {
  const shop = await findShop(shopId);
  const known = shop?.platform === platform ? shop : null;
  const answer = known && platforms[known.platform].handshake?.(new URL(request.url).searchParams);
  return answer ? Response.json(answer) : errorAnswer(404, "not_found", "Webhooks come here by POST.");
}

type Verified = { kind: "verified"; shop: ShopDoor; deliveryId: string; topic: string; receivedAt: Date };
type Answered = { kind: "answered"; reply: Reply; failure?: Parameters<typeof noteFailure>[0] };

async function check({ headers, body }: Knock, platform: string, shop: ShopDoor | null): Promise<Verified | Answered> {
  const answered = (reply: Reply): Answered => ({ kind: "answered", reply });
  if (!shop || shop.platform !== platform) return answered(refusal(404, "not_found", "There is no such shop."));
  const door = platforms[shop.platform];
  if (door.acknowledge?.({ headers, body })) return answered(ok({ ok: true }));
  const receivedAt = await currentTime();
  const asked = { headers, body, secrets: openSecrets(shop, receivedAt), ...(await keyPairOf(shop, headers)) };
  // Signatures carry real time, also where the demo's clock runs ahead.
  const verified = door.verify({ ...asked, now: new Date() });
  if (verified.kind === "refused") {
    const { reason } = verified;
    const failure = { tenantId: shop.tenantId, shopId: shop.id, reason, at: receivedAt };
    return { ...answered(refusal(401, reason, "The signature does not hold.")), failure };
  }
  const { deliveryId, topic } = verified;
  // Demands under data-protection law come after a shop took us out, and must be met.
  if (shop.disabledAt && !isDemand(door.translate({ topic, body, shopCurrency: shop.currency, receivedAt })))
    return answered(refusal(410, "disabled", "This shop is disconnected."));
  return { kind: "verified", shop, deliveryId, topic, receivedAt };
}

async function admit({ headers, body }: Knock, { shop, deliveryId, topic, receivedAt }: Verified): Promise<Reply> {
  const { tenantId } = shop;
  const id = newId("webhookEvent", receivedAt);
  const isNew = await storeTogether({ tenantId, id, sourceId: shop.id, deliveryId, topic, body, receivedAt });
  if (isNew) void tellRunner([{ tenantId, id }]);
  return ok(platforms[shop.platform].answer?.({ headers }) ?? { ok: true, duplicate: !isNew });
}

const opened = new WeakMap<ShopDoor, string[]>();

/** Opened once per shop in mind, unless a second secret is about to run out. */
function openSecrets(shop: ShopDoor, now: Date): string[] {
  const secrets = opened.get(shop) ?? secretsOf(shop, now);
  if (!shop.previousSecret) opened.set(shop, secrets);
  return secrets;
}

/** Public keys stand among what was entered for the shop, or are named by headers. Few platforms sign so. */
async function keyPairOf(shop: ShopDoor, headers: Headers): Promise<{ credentials?: Record<string, string> }> {
  const { setup, learnKeys } = platforms[shop.platform];
  if (setup.signing?.by !== "key_pair") return {};
  await learnKeys?.(headers);
  return { credentials: await acrossTenantsCredentialsOf(shop) };
}

function isDemand(said: Translation): boolean {
  return said.kind === "events" && said.events.length > 0 && said.events.every((one) => one.kind === "compliance");
}
