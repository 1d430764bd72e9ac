import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";

export type Load = { requestsPerSecond: number; p50Ms: number; p99Ms: number; requests: number; refused: number };

const connections = 20;
const bodies = 200;

type Target = { url: string; secret: string; seconds: number };

/** Checkout webhooks signed as Shopify signs them, each a delivery of its own, over so many connections at once. */
export async function shopLoad(root: string, { url, secret, seconds }: Target): Promise<Load> {
  const signed = signedBodies(root, secret);
  let next = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
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
  const { latency, requests, non2xx, errors, duration } = result;
  return {
    requestsPerSecond: Math.round(requests.total / duration),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    requests: requests.total,
    refused: non2xx + errors,
  };
}

function signedBodies(root: string, secret: string): { body: string; signature: string }[] {
  const file = join(root, "integrations", "shopify", "fixtures", "checkout-newest.json");
  const checkout: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  return Array.from({ length: bodies }, (_, index) => {
    const own = { token: `bench${index}`, cart_token: `bench-cart${index}`, email: `bench${index}@example.com` };
    const body = JSON.stringify({ ...checkout, ...own });
    return { body, signature: createHmac("sha256", secret).update(body).digest("base64") };
  });
}
