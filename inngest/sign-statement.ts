import { createHash } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import { acrossTenantsAddSigningKey, acrossTenantsSigningKey, type SigningKey } from "#db/across-tenants-identity.ts";
import type { Statement } from "#domain/identity.ts";
import { env } from "#env";

const algorithm = "EdDSA";

/** A mail's statement as a compact JWS (RFC 7515) with Ed25519 (RFC 8037); the first one makes the installation a key. */
export async function signStatement(statement: Omit<Statement, "iat" | "iss">, now: Date): Promise<string> {
  const { kid, key } = await currentKey(now);
  return new SignJWT({ iss: env().APP_URL, ...statement })
    .setProtectedHeader({ alg: algorithm, kid })
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .sign(key);
}

type Held = { kid: string; key: Awaited<ReturnType<typeof importJWK>>; until: number };

let held: Held | null = null;
const heldMs = 60_000;

/** The key of the minute: asked for once, and imported once while it stays the same, however many messages leave. */
async function currentKey(now: Date): Promise<Held> {
  if (held && held.until > Date.now()) return held;
  const { kid, privateJwk } = (await acrossTenantsSigningKey(now)) ?? (await addKey(now));
  const key = held?.kid === kid ? held.key : await importJWK(privateJwk, algorithm);
  held = { kid, key, until: Date.now() + heldMs };
  return held;
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
