import { createHmac } from "node:crypto";
import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, shopifyApi } from "@shopify/shopify-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shopify } from "./platform.ts";

const secret = "shpss_0123456789abcdef";
const now = new Date("2026-11-02T10:00:00Z");
const vendor = shopifyApi({
  apiKey: "key",
  apiSecretKey: secret,
  apiVersion: ApiVersion.July26,
  hostName: "comeback.example",
  isEmbeddedApp: false,
  logger: { level: 0 },
});

function signed(body: Uint8Array, form: "x-shopify-" | "shopify-" = "x-shopify-", key = secret): Headers {
  return new Headers({
    [`${form}hmac-sha256`]: createHmac("sha256", key).update(body).digest("base64"),
    [`${form}topic`]: "checkouts/update",
    [`${form}webhook-id`]: "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
    [`${form}shop-domain`]: "nordhem.myshopify.com",
    [`${form}api-version`]: "2026-07",
    ...(form === "shopify-" ? { "shopify-handle": "checkouts", "shopify-action": "update" } : {}),
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);
const ask = (headers: Headers, body: Uint8Array, secrets = [secret]) => shopify.verify({ headers, body, secrets, now });

async function vendorAccepts(headers: Headers, body: string): Promise<boolean> {
  const rawRequest = new Request("https://comeback.example/hook", { method: "POST", headers, body });
  return (await vendor.webhooks.validate({ rawBody: body, rawRequest })).valid;
}

describe("Shopify's signature", () => {
  it("is accepted with and without X-, as Shopify's own library accepts it", async () => {
    for (const form of ["x-shopify-", "shopify-"] as const) {
      const headers = signed(bytes('{"a":"ö 🕯️"}'), form);
      expect(await vendorAccepts(headers, '{"a":"ö 🕯️"}')).toBe(true);
      expect(ask(headers, bytes('{"a":"ö 🕯️"}'))).toEqual({
        kind: "verified",
        deliveryId: "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
        topic: "checkouts/update",
      });
    }
  });

  it("agrees with Shopify's own library on every body, signed with the right or another secret", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.constantFrom(secret, "another"), async (body, key) => {
        const headers = signed(bytes(body), "x-shopify-", key);
        expect(ask(headers, bytes(body)).kind === "verified").toBe(await vendorAccepts(headers, body));
      }),
      { numRuns: 50 },
    );
  });

  it("holds over raw bytes: the same JSON written anew is refused", () => {
    const headers = signed(bytes('{"total": "19.90"}'));
    expect(ask(headers, bytes('{"total":"19.90"}'))).toEqual({ kind: "refused", reason: "bad_signature" });
  });

  it("tells apart bodies that differ only in bytes that are no UTF-8", () => {
    const headers = signed(new Uint8Array([0x22, 0xff, 0x22]));
    expect(ask(headers, new Uint8Array([0x22, 0xff, 0x22])).kind).toBe("verified");
    expect(ask(headers, new Uint8Array([0x22, 0xfe, 0x22])).kind).toBe("refused");
  });

  it("is accepted under any of several secrets, so that a secret can be rotated", () => {
    const body = bytes("{}");
    expect(ask(signed(body, "x-shopify-", "old"), body, ["new", "old"]).kind).toBe("verified");
    expect(ask(signed(body, "x-shopify-", "older"), body, ["new", "old"]).kind).toBe("refused");
  });

  it("is refused by name when something is missing", () => {
    const body = bytes("{}");
    const without = (name: string) => {
      const headers = signed(body);
      headers.delete(name);
      return ask(headers, body);
    };
    expect(without("x-shopify-hmac-sha256")).toEqual({ kind: "refused", reason: "missing_signature" });
    expect(without("x-shopify-webhook-id")).toEqual({ kind: "refused", reason: "missing_delivery_id" });
    expect(without("x-shopify-topic")).toMatchObject({ kind: "verified", topic: "unknown" });
    expect(ask(signed(body), body, [])).toEqual({ kind: "refused", reason: "no_secret" });
    expect(ask(signed(body, "x-shopify-", ""), body, [""])).toEqual({ kind: "refused", reason: "no_secret" });
  });

  it("never throws on headers of any content", () => {
    fc.assert(
      fc.property(fc.base64String(), fc.uint8Array(), (signature, body) => {
        const headers = signed(body);
        headers.set("x-shopify-hmac-sha256", signature);
        expect(["verified", "refused"]).toContain(ask(headers, body).kind);
      }),
    );
  });
});
