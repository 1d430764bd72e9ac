import { createHash } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import { acrossTenantsAddSigningKey, acrossTenantsSigningKey, type SigningKey } from "#db/across-tenants-identity.ts";
import type { Statement } from "#domain/identity.ts";
import { env } from "#env";

const algorithm = "EdDSA";

/** A mail's statement as a compact JWS (RFC 7515) with Ed25519 (RFC 8037); the first one makes the installation a key. */
export async function signStatement(statement: Omit<Statement, "iat" | "iss">, now: Date): Promise<string> {
  const { kid, privateJwk } = await currentKey(now);
  return new SignJWT({ iss: env().APP_URL, ...statement })
    .setProtectedHeader({ alg: algorithm, kid })
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .sign(await importJWK(privateJwk, algorithm));
}

let held: { key: SigningKey; until: number } | null = null;
const heldMs = 60_000;

/** The key of the minute: asked for once, however many messages leave in it. */
async function currentKey(now: Date): Promise<SigningKey> {
  if (held && held.until > Date.now()) return held.key;
  const key = (await acrossTenantsSigningKey(now)) ?? (await addKey(now));
  held = { key, until: Date.now() + heldMs };
  return key;
}

async function addKey(now: Date): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const [publicJwk, privateJwk] = [await exportJWK(publicKey), await exportJWK(privateKey)];
  const kid = createHash("sha256").update(JSON.stringify(publicJwk)).digest("base64url").slice(0, 16);
  return acrossTenantsAddSigningKey(
    { kid, publicJwk: { ...publicJwk, alg: algorithm, use: "sig", kid }, privateJwk },
    now,
  );
}

/** What the statement says of a mail's HTML part. */
export const bodyHash = (html: string) => createHash("sha256").update(html).digest("base64url");
