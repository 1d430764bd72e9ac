import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#env";

const algorithm = "aes-256-gcm";
const version = "v1";

/** Seals a secret for one row: AES-256-GCM, bound to `context` so that a value moved to another row does not open. */
export function encrypt(text: string, context: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, currentKey(), nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/**
 * Opens what `encrypt` sealed, with the current key or with the one before it; throws when the keys, the context or a
 * byte are others.
 */
export function decrypt(sealed: string, context: string): string {
  const previous = previousKey();
  if (!previous) return open(sealed, context, currentKey());
  try {
    return open(sealed, context, currentKey());
  } catch {
    return open(sealed, context, previous);
  }
}

/** The same secret under the current key; null when that key opens it already. Throws when no key does. */
export function reseal(sealed: string, context: string): string | null {
  try {
    open(sealed, context, currentKey());
    return null;
  } catch {
    return encrypt(decrypt(sealed, context), context);
  }
}

function open(sealed: string, context: string, key: Buffer): string {
  const [given, nonce, tag, body] = sealed.split(".");
  if (given !== version || !nonce || !tag || body === undefined) throw new Error("not a sealed value of this version");
  const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, "base64url"), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

const currentKey = () => Buffer.from(env().ENCRYPTION_KEY, "base64");

function previousKey(): Buffer | null {
  const key = env().ENCRYPTION_KEY_PREVIOUS;
  return key ? Buffer.from(key, "base64") : null;
}
