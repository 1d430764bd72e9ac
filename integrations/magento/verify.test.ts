import { createSign, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { bytesOf } from "../testing/translated.ts";
import { forgetKeys, learnKeys } from "./event-keys.ts";
import { magento } from "./platform.ts";

const now = new Date("2026-11-02T10:00:00Z");
const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { privateKey, pem: publicKey.export({ type: "spki", format: "pem" }).toString() };
};
const shop = pair();
const adobe = pair();
const stranger = pair();
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");

type Pair = typeof shop;
const sign = (text: string | Uint8Array, { privateKey }: Pair) =>
  createSign("SHA256").update(text).sign(privateKey, "base64");

afterEach(forgetKeys);

describe("a webhook of Adobe Commerce", () => {
  const body = fixture("quote-webhook");
  /** As Adobe's own example checks it: over the base64 of the body. */
  const signed = (text: string | Uint8Array, by = shop) => sign(Buffer.from(bytesOf(text)).toString("base64"), by);
  const ask = (signature: string | null, text: string | Uint8Array = body, keys: string[] = [shop.pem]) =>
    magento.verify({
      headers: new Headers(signature === null ? {} : { "x-adobe-commerce-webhook-signature": signature }),
      body: bytesOf(text),
      secrets: ["whsec_made-for-the-shop"],
      now,
      credentials: Object.fromEntries(keys.map((pem) => ["webhookPublicKey", pem])),
    });

  it("signed with the shop's private key is accepted under its public key, with the observer as topic", () => {
    expect(ask(signed(body))).toMatchObject({
      kind: "verified",
      topic: "observer.sales_quote_save_commit_after",
      deliveryId: expect.stringMatching(/^[0-9a-f]{40}@1793613600$/),
    });
  });

  it("is refused under another key, over another body, unsigned or where no key is known", () => {
    expect(ask(signed(body, stranger))).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(signed(body), `${body} `)).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(null)).toEqual({ kind: "refused", reason: "missing_signature" });
    expect(ask(signed(body), body, [])).toEqual({ kind: "refused", reason: "no_secret" });
    expect(ask(signed(body), body, ["-----BEGIN PUBLIC KEY-----\nAAAA"])).toMatchObject({ reason: "no_secret" });
  });

  it("is accepted under a key that was pasted into a line, without its line breaks", () => {
    for (const gap of ["", " ", "\r\n"])
      expect(ask(signed(body), body, [shop.pem.replaceAll("\n", gap)]).kind).toBe("verified");
  });

  it("holds over raw bytes, so that a body of broken UTF-8 is no other's", () => {
    const broken = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect(ask(signed(broken), broken)).toMatchObject({ kind: "verified", topic: "unknown" });
    expect(ask(signed(broken), new Uint8Array([0x7b, 0xfe, 0x7d])).kind).toBe("refused");
  });

  it("is accepted under any of several keys, so that the pair can be made anew", () => {
    const request = { body: bytesOf(body), now, credentials: { webhookPublicKey: stranger.pem } };
    const headers = new Headers({ "x-adobe-commerce-webhook-signature": signed(body) });
    expect(magento.verify({ ...request, headers, secrets: [shop.pem] }).kind).toBe("verified");
  });

  it("never takes a public key for the secret of an HMAC, nor throws on any signature", () => {
    fc.assert(fc.property(fc.base64String(), (text) => ask(text).kind === "refused"));
  });
});

describe("an Adobe I/O event", () => {
  const body = fixture("order-event");
  const path = "/prod/keys/pub-key-3fVj0Lv0QB.pem";
  const clientId = "e142407e73ef48f884aeb8e925c1e256";

  function headersOf(more: Record<string, string> = {}): Headers {
    return new Headers({
      "x-adobe-digital-signature-1": sign(body, adobe),
      "x-adobe-digital-signature-2": sign(body, stranger),
      "x-adobe-public-key1-path": path,
      "x-adobe-public-key2-path": "/prod/keys/pub-key-other.pem",
      ...more,
    });
  }

  const asked: string[] = [];
  const serve = (keys: Record<string, string>) => async (url: string | URL | Request) => {
    asked.push(String(url));
    const pem = keys[new URL(String(url)).pathname];
    return new Response(pem ?? "no such key", { status: pem ? 200 : 404 });
  };
  const ask = (headers: Headers, text = body, eventsClientId = clientId) =>
    magento.verify({ headers, body: bytesOf(text), secrets: [], now, credentials: { eventsClientId } });
  afterEach(() => {
    asked.length = 0;
  });

  it("is accepted by either signature under Adobe's key, which is fetched once from Adobe's host", async () => {
    await learnKeys(headersOf(), serve({ [path]: adobe.pem }));
    await learnKeys(headersOf(), serve({ [path]: adobe.pem }));
    expect(ask(headersOf())).toEqual({
      kind: "verified",
      deliveryId: "bdc6d818-d6d8-4e80-b78f-d8c47890ff40",
      topic: "observer.sales_order_save_commit_after",
    });
    expect(asked.filter((url) => url === `https://static.adobeioevents.com${path}`)).toHaveLength(1);
  });

  it("for another client is refused, though Adobe signed it: its keys sign for all of its customers", async () => {
    await learnKeys(headersOf(), serve({ [path]: adobe.pem }));
    expect(ask(headersOf(), body, "another-client")).toEqual({ kind: "refused", reason: "bad_signature" });
    expect(ask(headersOf(), body, "")).toEqual({ kind: "refused", reason: "no_secret" });
  });

  it("is refused while its key is not known, over another body, or under a stranger's key", async () => {
    expect(ask(headersOf())).toEqual({ kind: "refused", reason: "bad_signature" });
    await learnKeys(headersOf(), serve({ [path]: stranger.pem }));
    expect(ask(headersOf({ "x-adobe-digital-signature-2": "AAAA" }))).toMatchObject({ reason: "bad_signature" });
    forgetKeys();
    await learnKeys(headersOf(), serve({ [path]: adobe.pem }));
    expect(ask(headersOf(), body.replace("000000617", "000000618"))).toMatchObject({ reason: "bad_signature" });
  });

  it("leads to no other host, and to few questions however many headers come", async () => {
    const paths = [
      "//evil.example/k.pem",
      "@evil.example/k.pem",
      "/../k.pem",
      "/k.pem?x=.pem",
      "https://evil.example/k.pem",
    ];
    for (const other of paths) {
      await learnKeys(new Headers({ "x-adobe-public-key1-path": other }), serve({}));
    }
    expect(asked).toEqual([]);
    for (let at = 0; at < 50; at += 1) {
      await learnKeys(new Headers({ "x-adobe-public-key1-path": `/prod/keys/${at}.pem` }), serve({}));
    }
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(asked.every((url) => url.startsWith("https://static.adobeioevents.com/prod/keys/"))).toBe(true);
  });

  it("survives a host that does not answer, or with no key", async () => {
    const hosts = [
      () => Promise.reject(new Error("no connection")),
      async () => new Response("<html>"),
      async () => new Response("x".repeat(20_000)),
    ];
    for (const fetcher of hosts) {
      await learnKeys(headersOf(), fetcher);
      expect(ask(headersOf()).kind).toBe("refused");
    }
  });
});
