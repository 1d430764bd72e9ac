import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 of the joined parts, in base64. */
export function hmacBase64(key: string | Uint8Array, ...parts: (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("base64");
}

/** Compares texts in a time that depends on the length of the expected one only. */
export function sameText(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A header's text if it can be a name in our tables: not empty, at most 255 characters, printable. */
export function namedBy(headers: Headers, ...names: string[]): string | null {
  for (const name of names) {
    const text = headers.get(name)?.trim();
    if (text && text.length <= 255 && !/\p{Cc}/u.test(text)) return text;
  }
  return null;
}
