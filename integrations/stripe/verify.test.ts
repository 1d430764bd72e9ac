import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Stripe } from "stripe";
import { describe, expect, it } from "vitest";
import { bytesOf } from "../testing/translated.ts";
import { stripe } from "./platform.ts";

const secret = "whsec_NordhemEndpointSecret0123456789";
const other = "whsec_AnotherEndpoint";
const now = new Date("2026-11-02T10:00:00Z");
const nowSeconds = Math.floor(now.getTime() / 1000);
const body = JSON.stringify({ id: "evt_1", object: "event", type: "checkout.session.expired", name: "ö 🕯️" });

const signed = (payload: string, timestamp = nowSeconds, key = secret) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret: key, timestamp });

const ask = (header: string | null, payload: Uint8Array | string, secrets = [secret]) =>
  stripe.verify({
    headers: new Headers(header === null ? {} : { "stripe-signature": header }),
    body: bytesOf(payload),
    secrets,
    now,
  });

function vendorAccepts(header: string, payload: string): boolean {
  try {
    Stripe.webhooks.constructEvent(payload, header, secret, 300, undefined, now.getTime());
    return true;
  } catch {
    return false;
  }
}

describe("Stripe's signature", () => {
  it("made by Stripe's own library is accepted, with the event's id and type, and no API key", () => {
    expect(vendorAccepts(signed(body), body)).toBe(true);
    expect(ask(signed(body), body)).toEqual({
      kind: "verified",
      deliveryId: "evt_1",
      topic: "checkout.session.expired",
    });
  });

  it("agrees with Stripe's own library on every body, age and secret", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: -290, max: 900 }), fc.boolean(), (json, age, right) => {
        const payload = JSON.stringify({ id: "evt_2", type: "charge.refunded", json });
        const header = signed(payload, nowSeconds - age, right ? secret : other);
        expect(ask(header, payload).kind === "verified").toBe(vendorAccepts(header, payload));
      }),
      { numRuns: 200 },
    );
  });

  it("is refused by name when it is old, from the future, over another body or without a part", () => {
    expect(ask(signed(body, nowSeconds - 301), body)).toEqual({ kind: "refused", reason: "old_timestamp" });
    expect(ask(signed(body, nowSeconds + 301), body)).toEqual({ kind: "refused", reason: "future_timestamp" });
    expect(ask(signed(body), `${body} `)).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(null, body)).toEqual({ kind: "refused", reason: "missing_signature" });
    expect(ask(`v1=${"0".repeat(64)}`, body)).toEqual({ kind: "refused", reason: "missing_timestamp" });
    expect(ask(`t=${nowSeconds}`, body)).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(signed(body), body, [])).toEqual({ kind: "refused", reason: "no_secret" });
    expect(ask(signed(body), body, [" "])).toEqual({ kind: "refused", reason: "no_secret" });
    expect(ask(signed("{}"), "{}")).toEqual({ kind: "refused", reason: "missing_delivery_id" });
  });

  it("may stand among several, under any of several secrets, so that a secret can be rolled", () => {
    const [t, v1] = signed(body).split(",");
    const header = `${t},v1=${"0".repeat(64)},${v1},v0=old`;
    expect(ask(header, body, [other, secret]).kind).toBe("verified");
    expect(ask(header, body, [other]).kind).toBe("refused");
  });

  it("holds over raw bytes: broken UTF-8, a byte order mark or JSON written anew do not pass for what was signed", () => {
    const withReplacement = `{"id":"evt_1","type":"charge.refunded","x":"\ufffd"}`;
    const header = signed(withReplacement);
    const broken = Buffer.from(withReplacement.replace("\ufffd", "\u00ff"), "latin1");
    expect(ask(header, broken)).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(signed(body), `\ufeff${body}`).kind).toBe("refused");
    expect(ask(signed('{"id": "evt_1"}'), '{"id":"evt_1"}').kind).toBe("refused");
  });

  it("with a second time in the header is refused, so that no time but the signed one counts", () => {
    const old = createHmac("sha256", secret).update(`1.${body}`).digest("hex");
    expect(ask(`t=${nowSeconds},t=1,v1=${old}`, body).kind).toBe("refused");
    expect(ask(`t=1,t=${nowSeconds},v1=${old}`, body).kind).toBe("refused");
  });

  it("never throws on headers and bodies of any content", () => {
    fc.assert(
      fc.property(fc.base64String(), fc.uint8Array(), (header, bytes) => {
        expect(ask(`t=${nowSeconds},v1=${header}`, bytes).kind).toBe("refused");
      }),
    );
  });
});
