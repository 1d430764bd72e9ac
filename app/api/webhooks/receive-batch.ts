import { createHash } from "node:crypto";
import {
  type AnswerKey,
  acrossTenantsBeginAnswer,
  acrossTenantsDropAnswer,
  acrossTenantsKeepAnswer,
} from "#db/across-tenants-answers.ts";
import { acrossTenantsFindShop, type StoredWebhook } from "#db/across-tenants-doors.ts";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import type { ShopDoor } from "#db/shop-door.ts";
import { secretsOf } from "#db/shops.ts";
import { platforms, readCustomBatch } from "#integrations/platforms.ts";
import { errorAnswer, tellRunner } from "./answers.ts";
import { readBody, unreadAnswer } from "./read-body.ts";
import { noteFailure } from "./signature-failures.ts";
import { storeEach } from "./store-each.ts";

export const mostBatchBytes = 4 * 1_048_576;

type Taken = Extract<ReturnType<typeof readCustomBatch>, { kind: "batch" }>["events"];
type Outcome =
  | { index: number; id: string; outcome: "stored" | "duplicate" }
  | { index: number; id: string; outcome: "rejected" | "ignored"; reason: string; field?: string }
  | { index: number; id: string; outcome: "failed"; reason: "unstorable" };

/**
 * Takes up to 500 signed events of a custom shop in one request and says of each what became of it: one that is wrong
 * costs no other. Under an `Idempotency-Key` the same body gets the same answer. Knows nothing of Next.
 */
export async function receiveBatch(request: Request, shopId: string): Promise<Response> {
  const body = await readBody(request, mostBatchBytes);
  if (typeof body === "string") return unreadAnswer(body, mostBatchBytes);
  const shop = /^\w{1,60}$/.test(shopId) ? await acrossTenantsFindShop(shopId) : null;
  if (shop?.platform !== "custom") return errorAnswer(404, "not_found", "There is no such shop.");
  const receivedAt = await currentTime();
  const { headers } = request;
  const secrets = secretsOf(shop, receivedAt);
  // Signatures carry real time, also where the demo's clock runs ahead.
  const verified = platforms.custom.verify({ headers, body, secrets, now: new Date() });
  if (verified.kind === "refused") {
    noteFailure({ tenantId: shop.tenantId, shopId, reason: verified.reason, at: receivedAt });
    return errorAnswer(401, verified.reason, "The signature does not hold.");
  }
  if (shop.disabledAt) return errorAnswer(410, "disabled", "This shop is disconnected.");
  const read = readCustomBatch(body);
  if (read.kind === "too_many_events") return errorAnswer(413, read.kind, "A batch may have 500 events.");
  if (read.kind === "rejected") return refusedAnswer(read.reason, read.detail);
  const named = headers.get("idempotency-key");
  const key = named === null ? verified.deliveryId : named.trim();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return refusedAnswer("invalid_key", "idempotency-key");
  const at = { of: "batch" as const, tenantId: shop.tenantId, holderId: shopId, key };
  return once(at, body, () => takeAll(shop, read.events, { key, receivedAt }));
}

/** Works once per key; whoever asks again gets the answer that was given. */
async function once(at: AnswerKey, body: Uint8Array, work: () => Promise<string>): Promise<Response> {
  const hash = createHash("sha256").update(body).digest("base64url");
  const begun = await acrossTenantsBeginAnswer(at, hash, new Date());
  if (begun.kind === "other") return errorAnswer(409, "key_reused", "This key stands for another body.");
  if (begun.kind === "busy") return errorAnswer(409, "in_progress", "The same batch is being worked on.");
  if (begun.kind === "answered") return answerOf(begun.answer, { "idempotent-replayed": "true" });
  try {
    const answer = await work();
    await acrossTenantsKeepAnswer(at, { status: 200, answer });
    return answerOf(answer);
  } catch (cause) {
    await acrossTenantsDropAnswer(at);
    throw cause;
  }
}

function answerOf(answer: string, more: Record<string, string> = {}): Response {
  return new Response(answer, { headers: { "content-type": "application/json", ...more } });
}

async function takeAll(
  shop: ShopDoor,
  events: Taken,
  { key, receivedAt }: { key: string; receivedAt: Date },
): Promise<string> {
  const { tenantId, id: sourceId } = shop;
  const rows = events.map(({ id, topic, body }, index): StoredWebhook => {
    const deliveryId = id ?? `${key}#${index}`;
    return { tenantId, id: newId("webhookEvent", receivedAt), sourceId, deliveryId, topic, body, receivedAt };
  });
  const stored = await storeEach(rows);
  const outcomes = rows.map((row, index) => outcomeOf(shop, row, { index, stored: stored[index] ?? "failed" }));
  void tellRunner(rows.filter((_, index) => stored[index] === "stored").map(({ id }) => ({ tenantId, id })));
  const counts: Partial<Record<Outcome["outcome"], number>> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return JSON.stringify({ counts, events: outcomes });
}

/** What is wrong with an event is said at once; it is stored all the same, and stands in the webhook log with its reason. */
function outcomeOf(
  shop: ShopDoor,
  { deliveryId: id, topic, body, receivedAt }: StoredWebhook,
  { index, stored }: { index: number; stored: "stored" | "duplicate" | "failed" },
): Outcome {
  if (stored === "failed") return { index, id, outcome: "failed", reason: "unstorable" };
  const said = platforms.custom.translate({ topic, body, shopCurrency: shop.currency, receivedAt });
  if (said.kind === "rejected") return { index, id, outcome: "rejected", reason: said.reason, field: said.detail };
  if (said.kind === "ignored") return { index, id, outcome: "ignored", reason: said.reason };
  return { index, id, outcome: stored };
}

function refusedAnswer(code: string, field: string): Response {
  return Response.json({ error: { code, message: "This batch cannot be used.", field } }, { status: 422 });
}
