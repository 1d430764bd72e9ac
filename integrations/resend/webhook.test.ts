import fc from "fast-check";
import { Resend } from "resend";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { bytesOf } from "../testing/translated.ts";
import { translateResendEvent, verifyResendWebhook } from "./webhook.ts";

const secret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;
const now = new Date();

function signed(body: string, at = now): Headers {
  return new Headers({
    "svix-id": "msg_1",
    "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
    "svix-signature": new Webhook(secret).sign("msg_1", at, body),
  });
}

const event = (type: string, data: object = {}) => ({
  type,
  created_at: "2026-11-22T23:41:12.126Z",
  data: { email_id: "56761188-7520-42d8-8898-ff6fc54ce618", to: ["a@b.example"], subject: "Hi", ...data },
});
const translated = (body: object | string | Uint8Array) =>
  translateResendEvent({ deliveryId: "msg_1", body: bytesOf(body) });
const report = (type: string, data: object = {}) => {
  const result = translated(event(type, data));
  return result.kind === "reports" ? result.reports[0] : result;
};

describe("Resend's webhook signature", () => {
  const body = JSON.stringify(event("email.delivered"));
  const ask = (headers: Headers, text = body, secrets = [secret]) =>
    verifyResendWebhook({ headers, body: bytesOf(text), secrets, now });

  it("that Resend's own library accepts is accepted, and one that it refuses is refused", () => {
    const resend = new Resend("re_key");
    const vendorAccepts = (headers: Headers, payload: string) => {
      const named = (name: string) => headers.get(`svix-${name}`) ?? "";
      const given = { id: named("id"), timestamp: named("timestamp"), signature: named("signature") };
      try {
        resend.webhooks.verify({ payload, headers: given, webhookSecret: secret });
        return true;
      } catch {
        return false;
      }
    };
    for (const [headers, text, accepted] of [
      [signed(body), body, true],
      [signed(body), body.replace("delivered", "bounced"), false],
      [signed(body, new Date(now.getTime() - 301_000)), body, false],
    ] as const) {
      expect(vendorAccepts(headers, text)).toBe(accepted);
      expect(ask(headers, text).kind === "verified").toBe(accepted);
    }
    expect(ask(signed(body))).toEqual({ kind: "verified", deliveryId: "msg_1", topic: "email.delivered" });
  });

  it("is accepted under an older secret, refused without one", () => {
    expect(ask(signed(body), body, ["whsec_bmV3", secret]).kind).toBe("verified");
    expect(ask(signed(body), body, [])).toEqual({ kind: "refused", reason: "no_secret" });
    expect(ask(new Headers())).toEqual({ kind: "refused", reason: "missing_signature" });
  });
});

describe("a Resend event", () => {
  it("becomes a report on the message by the provider's id", () => {
    expect(report("email.delivered")).toEqual({
      providerEventId: "msg_1",
      providerMessageId: "56761188-7520-42d8-8898-ff6fc54ce618",
      kind: "delivered",
      at: new Date("2026-11-22T23:41:12.126Z"),
      permanent: false,
      tags: {},
      userAgent: null,
    });
  });

  it.each([
    ["email.opened", {}, "opened", false],
    ["email.clicked", {}, "clicked", false],
    ["email.complained", {}, "complained", true],
    ["email.delivery_delayed", {}, "delayed", false],
    ["email.failed", { failed: { reason: "reached_daily_quota" } }, "failed", false],
    ["email.suppressed", { suppressed: { type: "OnAccountSuppressionList" } }, "bounced", true],
    ["email.bounced", { bounce: { type: "Permanent", subType: "General" } }, "bounced", true],
    ["email.bounced", { bounce: { type: "Transient", subType: "MailboxFull" } }, "soft_bounced", false],
    ["email.bounced", { bounce: { type: "Undetermined" } }, "soft_bounced", false],
    ["email.bounced", {}, "soft_bounced", false],
  ])("%s %j is %s, permanent: %s", (...[type, data, kind, permanent]) => {
    expect(report(type, data)).toMatchObject({ kind, permanent });
  });

  it("takes the time of a click from the click", () => {
    expect(
      report("email.clicked", { click: { timestamp: "2026-11-24T05:00:57.163Z", link: "https://x" } }),
    ).toMatchObject({
      at: new Date("2026-11-24T05:00:57.163Z"),
    });
  });

  it("reads tags given as an object or as an array", () => {
    expect(report("email.opened", { tags: { tenant: "t1" } })).toMatchObject({ tags: { tenant: "t1" } });
    expect(report("email.opened", { tags: [{ name: "tenant", value: "t1" }] })).toMatchObject({
      tags: { tenant: "t1" },
    });
    expect(report("email.opened", { tags: 7 })).toMatchObject({ tags: {} });
  });

  it("is ignored by name when it says nothing of use", () => {
    expect(translated(event("email.sent"))).toEqual({ kind: "ignored", reason: "nothing_to_do" });
    expect(translated({ type: "contact.created" })).toEqual({ kind: "ignored", reason: "unknown_topic" });
  });

  it("is rejected by the path of what is wrong", () => {
    expect(translated("{")).toEqual({ kind: "rejected", reason: "malformed_json", detail: "body" });
    expect(translated({})).toEqual({ kind: "rejected", reason: "invalid_shape", detail: "type" });
    expect(translated({ ...event("email.opened"), data: {} })).toMatchObject({ detail: "data.email_id" });
  });

  it("never throws, whatever is in it", () => {
    fc.assert(fc.property(fc.jsonValue(), (data) => void translated({ ...event("email.bounced"), data })));
    fc.assert(fc.property(fc.uint8Array(), (body) => void translated(body)));
  });
});
