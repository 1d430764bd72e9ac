import { createHash, createPublicKey, type KeyObject, verify as rsaVerify } from "node:crypto";
import { z } from "zod";
import { readJson } from "../json-body.ts";
import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { identifier, optionalId } from "../shapes.ts";
import { knownKey, maySend } from "./event-keys.ts";

export const webhookHeader = "x-adobe-commerce-webhook-signature";
const event = z.object({ recipient_client_id: identifier, event_id: identifier });
const named = z.object({ type: optionalId, eventName: optionalId });

/** Adobe signs twice over: webhooks of the shop with the shop's own key, I/O events with keys that are Adobe's. */
export function verify(request: VerifyRequest): Verified | Refused {
  const signature = request.headers.get(webhookHeader);
  if (signature) return verifyWebhook(request, signature);
  if (request.headers.has("x-adobe-digital-signature-1") || request.headers.has("x-adobe-digital-signature-2")) {
    return verifyEvent(request);
  }
  return refused("missing_signature");
}

/**
 * RSA-SHA256 under the shop's private key, over the body in base64. Webhooks carry no id and no time: the same body in
 * the same second is one delivery, and as a body only names what changed, an old one does no harm.
 */
function verifyWebhook({ headers, body, secrets, credentials, now }: VerifyRequest, signature: string) {
  const keys = [...secrets, credentials?.webhookPublicKey ?? ""].flatMap((text) => publicKey(text) ?? []);
  if (keys.length === 0) return refused("no_secret");
  const signed = Buffer.from(Buffer.from(body).toString("base64"));
  if (!keys.some((key) => holds(signed, key, signature))) return refused("bad_signature");
  const fingerprint = createHash("sha256").update(body).digest("hex").slice(0, 40);
  const id = headers.get("x-adobe-commerce-webhook-id") ?? fingerprint;
  const deliveryId = `${id.slice(0, 100)}@${Math.floor(now.getTime() / 1000)}`;
  return { kind: "verified" as const, deliveryId, topic: topicOf(body) };
}

/**
 * Adobe's keys sign the events of all of Adobe's customers: a signature says only that Adobe sent it, and
 * `recipient_client_id` in the signed body that it was sent to this shop.
 */
function verifyEvent({ headers, body, credentials }: VerifyRequest): Verified | Refused {
  const clientId = credentials?.eventsClientId?.trim();
  if (!clientId) return refused("no_secret");
  const holdsOne = [1, 2].some((at) => {
    const signature = headers.get(`x-adobe-digital-signature-${at}`);
    const path = headers.get(`x-adobe-public-key${at}-path`) ?? "";
    const key = maySend(path) ? knownKey(path) : null;
    return signature && key ? holds(Buffer.from(body), key, signature) : false;
  });
  if (!holdsOne) return refused("bad_signature");
  const read = readJson(body);
  const parsed = read.kind === "json" ? event.safeParse(read.json) : null;
  if (!parsed?.success) return refused("missing_delivery_id");
  if (parsed.data.recipient_client_id !== clientId) return refused("bad_signature");
  return { kind: "verified", deliveryId: parsed.data.event_id, topic: topicOf(body) };
}

function holds(signed: Uint8Array, key: KeyObject, signature: string): boolean {
  try {
    return rsaVerify("RSA-SHA256", signed, key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

const framed = /-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/;

/**
 * A public key as the admin shows it; null for text that is none, such as a secret that was made for the shop. Forms of
 * one line take the line breaks out of what is pasted, and without them a key cannot be read.
 */
export function publicKey(text: string): KeyObject | null {
  const [, kind, base64] = framed.exec(text) ?? [];
  if (!kind || !base64) return null;
  const lines = base64.replace(/\s+/g, "").replace(/.{64}/g, "$&\n");
  try {
    const key = createPublicKey(`-----BEGIN ${kind}-----\n${lines}\n-----END ${kind}-----`);
    return key.asymmetricKeyType === "rsa" ? key : null;
  } catch {
    return null;
  }
}

function topicOf(body: Uint8Array): string {
  const read = readJson(body);
  const names = read.kind === "json" ? named.safeParse(read.json).data : null;
  const topic = (names?.type ?? names?.eventName ?? "").replace(/^com\.adobe\.commerce\./, "");
  return /^[A-Za-z0-9_.]{1,150}$/.test(topic) ? topic : "unknown";
}

function refused(reason: Refused["reason"]): Refused {
  return { kind: "refused", reason };
}
