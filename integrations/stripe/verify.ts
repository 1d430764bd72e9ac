import { createRequire } from "node:module";
import { z } from "zod";
import { readJson } from "../json-body.ts";
import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { identifier } from "../shapes.ts";

const toleranceSeconds = 300;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const named = z.object({ id: identifier, type: z.string().regex(/^[a-z0-9_.]{1,100}$/) });

/**
 * Lets Stripe's own library check `Stripe-Signature`. The library takes times from the future and decodes broken UTF-8
 * so that different bytes share a signature; both are refused here before it is asked.
 */
export function verify({ headers, body, secrets, now }: VerifyRequest): Verified | Refused {
  const keys = secrets.map((secret) => secret.trim()).filter((secret) => secret.length > 0);
  if (keys.length === 0) return refused("no_secret");
  const header = headers.get("stripe-signature");
  if (!header) return refused("missing_signature");
  const signedAt = timestampOf(header);
  if (signedAt === null) return refused("missing_timestamp");
  const text = decoded(body);
  if (!text || !keys.some((key) => holds(text, header, key))) return refused("bad_signature");
  const ageSeconds = Math.floor(now.getTime() / 1000) - signedAt;
  if (ageSeconds > toleranceSeconds) return refused("old_timestamp");
  if (ageSeconds < -toleranceSeconds) return refused("future_timestamp");
  const read = readJson(body);
  const event = read.kind === "json" ? named.safeParse(read.json) : null;
  if (!event?.success) return refused("missing_delivery_id");
  return { kind: "verified", deliveryId: event.data.id, topic: event.data.type };
}

/** The age is checked above, against our own idea of now, so that the library is told not to. */
function holds(text: string, header: string, key: string): boolean {
  const { signature } = webhooks();
  try {
    return signature?.verifyHeader(text, header, key, 0) === true;
  } catch {
    return false;
  }
}

type Library = Pick<typeof import("stripe").Stripe, "webhooks">;
let loaded: Library | null = null;

/** Only a house with a Stripe shop pays for the library: a fifth of a second and 35 MB. No API key is needed. */
function webhooks(): Library["webhooks"] {
  if (loaded) return loaded.webhooks;
  const library: Library = createRequire(import.meta.url)("stripe");
  loaded = library;
  return library.webhooks;
}

/** The library takes the last `t` of several and reads digits as far as they go: here there is one, of digits only. */
function timestampOf(header: string): number | null {
  const times = header.split(",").filter((part) => part.split("=")[0] === "t");
  const digits = times.length === 1 ? /^t=(\d{1,12})$/.exec(times[0] ?? "")?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

function decoded(body: Uint8Array): string | null {
  try {
    return decoder.decode(body);
  } catch {
    return null;
  }
}

function refused(reason: Refused["reason"]): Refused {
  return { kind: "refused", reason };
}
