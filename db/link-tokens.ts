import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#env";

/** `r` is a click through to the shop, `u` the unsubscribe and preferences page. */
export type LinkKind = "r" | "u";
export type Link = { kind: LinkKind; tenantId: string; messageId: string };

/** A link's token: what it names, and 128 bits of HMAC-SHA256 over that, so that nobody can make or change one. */
export function signLink({ kind, tenantId, messageId }: Link): string {
  return `${tenantId}.${messageId}.${signature(`${kind}.${tenantId}.${messageId}`)}`;
}

/** What a token names, or null when it was not made here for this kind of link. */
export function readLink(kind: LinkKind, token: string): Link | null {
  const [tenantId, messageId, given, ...rest] = token.split(".");
  if (!tenantId || !messageId || !given || rest.length > 0) return null;
  const expected = Buffer.from(signature(`${kind}.${tenantId}.${messageId}`));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return { kind, tenantId, messageId };
}

function signature(text: string): string {
  return createHmac("sha256", env().LINK_SECRET).update(text).digest().subarray(0, 16).toString("base64url");
}

/** A network as it is remembered for some minutes: unreadable without the key, and another one tomorrow and elsewhere. */
export function networkHash(tenantId: string, prefix: string, at: Date): string {
  return signature(`network.${tenantId}.${at.toISOString().slice(0, 10)}.${prefix}`);
}
