import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { receiveShopWebhook } from "#app/api/webhooks/receive-shop-webhook.ts";
import { acrossTenantsFindShop, acrossTenantsStoreWebhooks, type StoredWebhook } from "#db/across-tenants-doors.ts";
import { newId } from "#db/ids.ts";
import type { ShopDoor } from "#db/shop-door.ts";
import { secretsOf } from "#db/shops.ts";
import { platforms } from "#integrations/platforms.ts";

// A process of its own: `node bin/bench/bare-server.ts <handler|batched> <shop id>` prints its address when it listens.
const [mode, shopId = ""] = process.argv.slice(2);

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The app's own door, mounted on Node's server without Next. */
async function byHandler(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers(incoming.headers as Record<string, string>);
  const request = new Request("http://127.0.0.1/", {
    method: "POST",
    headers,
    body: new Uint8Array(await bodyOf(incoming)),
  });
  const answer = await receiveShopWebhook(request, "shopify", shopId);
  response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
}

type Waiting = { row: StoredWebhook; stored: () => void; failed: (error: unknown) => void };
const waiting: Waiting[] = [];
let flushing = 0;

async function flush(): Promise<void> {
  if (flushing >= 2 || waiting.length === 0) return;
  flushing += 1;
  const batch = waiting.splice(0, 500);
  try {
    await acrossTenantsStoreWebhooks(batch.map((one) => one.row));
    for (const one of batch) one.stored();
  } catch (error) {
    for (const one of batch) one.failed(error);
  }
  flushing -= 1;
  setImmediate(flush);
}

/** The limit: the same check and row, many rows in one statement, the shop kept in memory, nobody told. */
function byBatch(shop: ShopDoor) {
  const secrets = secretsOf(shop, new Date());
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const now = new Date();
    const headers = new Headers(incoming.headers as Record<string, string>);
    const verified = platforms.shopify.verify({ headers, body, secrets, now });
    if (verified.kind === "refused") {
      response.writeHead(401).end();
      return;
    }
    const { deliveryId, topic } = verified;
    const place = { tenantId: shop.tenantId, id: newId("webhookEvent", now), sourceId: shop.id };
    await new Promise<void>((stored, failed) => {
      waiting.push({ row: { ...place, deliveryId, topic, body, receivedAt: now }, stored, failed });
      setImmediate(flush);
    });
    response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
  };
}

const shop = await acrossTenantsFindShop(shopId);
if (!shop) throw new Error(`there is no shop ${shopId}`);
const answer = mode === "batched" ? byBatch(shop) : byHandler;
const server = createServer((incoming, response) => {
  answer(incoming, response).catch(() => response.writeHead(500).end());
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once("SIGTERM", () => process.exit(0));
