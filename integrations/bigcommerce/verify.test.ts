import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { bytesOf } from "../testing/translated.ts";
import { bigcommerce } from "./platform.ts";

const secret = "nordhem-client-secret/of+forty=characters";
const now = new Date();
const id = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";
const body = '{"scope":"store/cart/abandoned","hash":"352e4afc6dd3fc85","data":{"type":"cart","id":"ö 🕯️"}}';

/** As BigCommerce's guide has it: the standard's own library, with the client secret in base64. */
const library = (key = secret) => new Webhook(Buffer.from(key).toString("base64"));

function signed(text: string, at = now, key = secret): Headers {
  return new Headers({
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": library(key).sign(id, at, text),
  });
}

const ask = (headers: Headers, text: Uint8Array | string, secrets = [secret]) =>
  bigcommerce.verify({ headers, body: bytesOf(text), secrets, now });

describe("BigCommerce's signature", () => {
  it("made by the standard's own library under the client secret is accepted, with the scope as topic", () => {
    expect(ask(signed(body), body)).toEqual({ kind: "verified", deliveryId: id, topic: "store/cart/abandoned" });
  });

  it("agrees with the standard's own library on every body, age and secret", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: -400, max: 400 }), fc.boolean(), (text, age, right) => {
        fc.pre(Math.abs(Math.abs(age) - 300) > 2);
        const headers = signed(text, new Date(now.getTime() - age * 1000), right ? secret : "another");
        const judge = () => library().verify(text, Object.fromEntries(headers), { jsonParse: false });
        if (ask(headers, text).kind === "verified") expect(judge).not.toThrow();
        else expect(judge).toThrow();
      }),
    );
  });

  it("is not the body's hash: a body without a signature is refused, whatever hash it carries", () => {
    expect(ask(new Headers({ "webhook-id": id }), body)).toEqual({ kind: "refused", reason: "missing_signature" });
    const forged = signed(body);
    forged.set("webhook-signature", "v1,352e4afc6dd3fc85");
    expect(ask(forged, body)).toEqual({ kind: "refused", reason: "bad_signature" });
  });

  it("is refused by name when it is old, from the future, over another body or under no secret", () => {
    const away = (seconds: number) => signed(body, new Date(now.getTime() + seconds * 1000));
    expect(ask(away(-301), body)).toEqual({ kind: "refused", reason: "old_timestamp" });
    expect(ask(away(301), body)).toEqual({ kind: "refused", reason: "future_timestamp" });
    expect(ask(signed(body), body.replace(":", ": "))).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(signed(body), body, ["", " "])).toEqual({ kind: "refused", reason: "no_secret" });
  });

  it("may stand among several, under any of several secrets", () => {
    const headers = signed(body);
    headers.set("webhook-signature", `v1,AAAA ${headers.get("webhook-signature")}`);
    expect(ask(headers, body, ["another", secret]).kind).toBe("verified");
    expect(ask(headers, body, ["another"]).kind).toBe("refused");
  });

  it("on a body without a usable scope gives the topic unknown", () => {
    for (const text of ["{", "null", "[]", '{"scope":7}', '{"scope":"DROP TABLE"}', ""]) {
      expect(ask(signed(text), text)).toMatchObject({ kind: "verified", topic: "unknown" });
    }
  });
});
