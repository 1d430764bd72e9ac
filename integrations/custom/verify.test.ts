import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { bytesOf } from "../testing/translated.ts";
import { custom } from "./platform.ts";

const secret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;
const other = `whsec_${Buffer.from("another one").toString("base64")}`;
const now = new Date();
const deliveryId = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";

/** Headers as the standard's own library makes them. */
function signed(body: string, at = now, key = secret): Headers {
  return new Headers({
    "webhook-id": deliveryId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(key).sign(deliveryId, at, body),
  });
}

const ask = (headers: Headers, body: Uint8Array | string, secrets = [secret]) =>
  custom.verify({ headers, body: bytesOf(body), secrets, now });

const secondsAway = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("a custom shop's signature", () => {
  const body = '{"type":"cart.updated","data":{"title":"🕯️"}}';

  it("made by the standard's own library is accepted, with the topic from the body", () => {
    expect(ask(signed(body), body)).toEqual({ kind: "verified", deliveryId, topic: "cart.updated" });
  });

  it("agrees with the standard's own library on every body and age", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: -400, max: 400 }), fc.boolean(), (text, age, right) => {
        fc.pre(Math.abs(Math.abs(age) - 300) > 2);
        const headers = signed(text, secondsAway(-age), right ? secret : other);
        const judge = () => new Webhook(secret).verify(text, Object.fromEntries(headers), { jsonParse: false });
        const accepted = ask(headers, text).kind === "verified";
        if (accepted) expect(judge).not.toThrow();
        else expect(judge).toThrow();
      }),
    );
  });

  it("is refused when it is too old, from the future, or for another id, time or body", () => {
    expect(ask(signed(body, secondsAway(-301)), body)).toEqual({ kind: "refused", reason: "old_timestamp" });
    expect(ask(signed(body, secondsAway(301)), body)).toEqual({ kind: "refused", reason: "future_timestamp" });
    expect(ask(signed(body), `${body} `)).toEqual({ kind: "refused", reason: "bad_signature" });
    for (const [name, value] of [
      ["webhook-id", "msg_other"],
      ["webhook-timestamp", String(Math.floor(now.getTime() / 1000) - 1)],
    ] as const) {
      const headers = signed(body);
      headers.set(name, value);
      expect(ask(headers, body)).toEqual({ kind: "refused", reason: "bad_signature" });
    }
  });

  it("is refused by name when a header or the secret is missing", () => {
    const without = (name: string) => {
      const headers = signed(body);
      headers.delete(name);
      return ask(headers, body);
    };
    expect(without("webhook-signature")).toEqual({ kind: "refused", reason: "missing_signature" });
    expect(without("webhook-id")).toEqual({ kind: "refused", reason: "missing_delivery_id" });
    expect(without("webhook-timestamp")).toEqual({ kind: "refused", reason: "missing_timestamp" });
    expect(ask(signed(body), body, [])).toEqual({ kind: "refused", reason: "no_secret" });
    expect(ask(signed(body), body, ["whsec_"])).toEqual({ kind: "refused", reason: "no_secret" });
  });

  it("may stand among several, under any of several secrets", () => {
    const headers = signed(body);
    headers.set("webhook-signature", `v1a,nonsense v1,AAAA ${headers.get("webhook-signature")}`);
    expect(ask(headers, body, [other, secret]).kind).toBe("verified");
    expect(ask(headers, body, [other]).kind).toBe("refused");
  });

  it("holds over raw bytes, so that a body of broken UTF-8 is stored under its own signature", () => {
    const broken = new Uint8Array([0x7b, 0xff, 0x7d]);
    const seconds = String(Math.floor(now.getTime() / 1000));
    const key = Buffer.from(secret.slice(6), "base64");
    const signature = createHmac("sha256", key).update(`${deliveryId}.${seconds}.`).update(broken).digest("base64");
    const headers = new Headers({
      "webhook-id": deliveryId,
      "webhook-timestamp": seconds,
      "webhook-signature": `v1,${signature}`,
    });
    expect(ask(headers, broken)).toEqual({ kind: "verified", deliveryId, topic: "unknown" });
    expect(ask(headers, new Uint8Array([0x7b, 0xfe, 0x7d])).kind).toBe("refused");
  });

  it("on a body without a usable type gives the topic unknown", () => {
    for (const text of ["{", "null", "[]", '{"type":7}', '{"type":"DROP TABLE"}', ""]) {
      expect(ask(signed(text), text)).toMatchObject({ kind: "verified", topic: "unknown" });
    }
  });
});
