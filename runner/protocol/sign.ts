import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const prefix = /^signkey-[\w]+-/;

/** `x-inngest-signature` of a canonical body, at the real time `nowMs`. */
export function signatureOf(body: string, signingKey: string, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000);
  const mac = createHmac("sha256", signingKey.replace(prefix, "")).update(body).update(String(seconds)).digest("hex");
  return `t=${seconds}&s=${mac}`;
}

/** The form in which the SDK shows the signing key to the API: its prefix and the SHA-256 of the decoded key. */
export function hashedKey(signingKey: string): string {
  const found = prefix.exec(signingKey)?.[0] ?? "";
  return `${found}${createHash("sha256")
    .update(Buffer.from(signingKey.slice(found.length), "hex"))
    .digest("hex")}`;
}

export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
