import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delivery, ping } from "../testing/woocommerce-sender.ts";
import { decodeEntities } from "./entities.ts";
import { woocommerce } from "./platform.ts";

const now = new Date("2026-11-02T10:00:00Z");
const hook = { id: 7, topic: "order.updated", secret: "k3y with spaces/and+signs", site: "https://nordhem.example" };
const ask = ({ headers, body }: { headers: Headers; body: Uint8Array }, secrets = [hook.secret]) =>
  woocommerce.verify({ headers, body, secrets, now });

describe("WooCommerce's signature", () => {
  it("is accepted as WooCommerce makes it, and tells the topic", () => {
    expect(ask(delivery(hook, { id: 1, name: "ö/🕯️" }, now))).toMatchObject({
      kind: "verified",
      topic: "order.updated",
    });
  });

  it("is accepted for every body and secret, whatever entities the secret holds, and refused for another secret", () => {
    const secret = fc
      .array(
        fc.constantFrom("&", "amp;", "&lt;", "&#039;", "&#x27;", "&#38;", "&#0038;", "&quot;", "&#X26;", "x", "'", "é"),
      )
      .map((parts) => `s${parts.join("")}`);
    fc.assert(
      fc.property(fc.json(), secret, (body, given) => {
        const sent = delivery({ ...hook, secret: given }, body, now);
        expect(ask(sent, [given]).kind).toBe("verified");
        expect(ask(sent, [`${given}!`]).kind).toBe("refused");
      }),
    );
  });

  it("is made with the decoded secret: the secret as shown in the form signs nothing", () => {
    expect(decodeEntities("a&amp;b&lt;&#39;&#x27;&amp;lt;&AMP;")).toBe("a&b<''&lt;&AMP;");
    const sent = delivery({ ...hook, secret: "a&amp;b" }, {}, now);
    expect(ask(sent, ["a&amp;b"]).kind).toBe("verified");
    expect(ask(sent, ["a&b"]).kind).toBe("verified");
    expect(ask(sent, ["a&amp;amp;b"]).kind).toBe("refused");
  });

  it("holds over raw bytes and under any of several secrets", () => {
    const sent = delivery(hook, { a: "b/c" }, now);
    const again = new TextEncoder().encode(JSON.stringify({ a: "b/c" }));
    expect(ask({ ...sent, body: again })).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(sent, ["new", hook.secret]).kind).toBe("verified");
  });

  it("is refused by name when something is missing", () => {
    const without = (name: string) => {
      const sent = delivery(hook, {}, now);
      sent.headers.delete(name);
      return ask(sent);
    };
    expect(without("x-wc-webhook-signature")).toEqual({ kind: "refused", reason: "missing_signature" });
    expect(without("x-wc-webhook-delivery-id")).toEqual({ kind: "refused", reason: "missing_delivery_id" });
    expect(without("x-wc-webhook-topic")).toMatchObject({ kind: "verified", topic: "unknown" });
    expect(ask(delivery(hook, {}, now), [""])).toEqual({ kind: "refused", reason: "no_secret" });
  });

  it("keeps two orders of one second apart, whose delivery ids are equal, and knows a repeated delivery", () => {
    const ids = [{ id: 1 }, { id: 2 }, { id: 1 }].map((payload) => {
      const sent = delivery(hook, payload, now);
      const verdict = ask(sent);
      return {
        theirs: sent.headers.get("x-wc-webhook-delivery-id"),
        ours: verdict.kind === "verified" && verdict.deliveryId,
      };
    });
    expect(new Set(ids.map((one) => one.theirs)).size).toBe(1);
    expect(ids[0]?.ours).not.toBe(ids[1]?.ours);
    expect(ids[0]?.ours).toBe(ids[2]?.ours);
  });
});

describe("WooCommerce's ping", () => {
  it("is acknowledged, though nobody signed it", () => {
    expect(woocommerce.acknowledge?.(ping({ id: 7 }))).toBe(true);
  });

  it("is nothing that could carry an order past the signature", () => {
    const { headers } = ping({ id: 7 });
    for (const text of ["", "webhook_id=", "webhook_id=7&id=1", '{"webhook_id":7}', `webhook_id=${"7".repeat(99)}`]) {
      expect(woocommerce.acknowledge?.({ headers, body: new TextEncoder().encode(text) })).toBe(false);
    }
    expect(woocommerce.acknowledge?.(delivery(hook, "webhook_id=7", now))).toBe(false);
  });
});
