import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";

export type Load = { requestsPerSecond: number; p50Ms: number; p99Ms: number; requests: number; refused: number };

const connections = 20;

export type Target = { url: string; secret: string };
/** So many requests or for so long, by how many shoppers, at most so many a second. A load by number ends in time too. */
export type Extent = {
  seconds?: number;
  requests?: number;
  mostSeconds?: number;
  shoppers?: number;
  perSecond?: number;
};

/** Checkout webhooks signed as Shopify signs them, each a delivery of its own, over so many connections at once. */
export async function shopLoad(root: string, { url, secret }: Target, extent: Extent): Promise<Load> {
  const signed = signedBodies(root, secret, extent.shoppers ?? 200);
  let next = 0;
  const { latency, requests, non2xx, errors, duration } = await load(extent.mostSeconds ?? 300, {
    url,
    connections,
    ...(extent.requests ? { amount: extent.requests } : { duration: extent.seconds ?? 1 }),
    ...(extent.perSecond ? { overallRate: extent.perSecond } : {}),
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { body, signature } = signed[next++ % signed.length] ?? { body: "", signature: "" };
          const headers = {
            ...request.headers,
            "content-type": "application/json",
            "x-shopify-topic": "checkouts/update",
            "x-shopify-webhook-id": randomUUID(),
            "x-shopify-hmac-sha256": signature,
          };
          return { ...request, body, headers };
        },
      },
    ],
  });
  return {
    requestsPerSecond: Math.round(requests.total / duration),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    requests: requests.total,
    refused: non2xx + errors,
  };
}

function load(mostSeconds: number, options: autocannon.Options): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const running = autocannon(options, (error, result) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(result);
    });
    const timer = setTimeout(() => running.stop(), mostSeconds * 1_000);
  });
}

function signedBodies(root: string, secret: string, count: number): { body: string; signature: string }[] {
  const file = join(root, "integrations", "shopify", "fixtures", "checkout-newest.json");
  const checkout: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  return Array.from({ length: count }, (_, index) => {
    const own = { token: `bench${index}`, cart_token: `bench-cart${index}`, email: `bench${index}@example.com` };
    // The recovery link names the cart too: shoppers who share a token are one case, and each here has their own.
    const link = String(checkout.abandoned_checkout_url).replaceAll(String(checkout.cart_token), own.cart_token);
    const body = JSON.stringify({ ...checkout, ...own, abandoned_checkout_url: link });
    return { body, signature: createHmac("sha256", secret).update(body).digest("base64") };
  });
}
