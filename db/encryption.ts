import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#env";

const algorithm = "aes-256-gcm";
const version = "v1";

/** Seals a secret for one row: AES-256-GCM, bound to `context` so that a value moved to another row does not open. */
export function encrypt(text: string, context: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** Opens what `encrypt` sealed; throws when the key, the context or a byte is another. */
export function decrypt(sealed: string, context: string): string {
  const [given, nonce, tag, body] = sealed.split(".");
  if (given !== version || !nonce || !tag || body === undefined) throw new Error("not a sealed value of this version");
  const decipher = createDecipheriv(algorithm, key(), Buffer.from(nonce, "base64url"), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

const key = () => Buffer.from(env().ENCRYPTION_KEY, "base64");
