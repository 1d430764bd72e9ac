import { createLocalJWKSet, errors, jwtVerify } from "jose";
import { acrossTenantsFindStatement, acrossTenantsPublicKeys } from "#db/across-tenants-identity.ts";
import { currentTime } from "#db/clock.ts";
import { type Statement, statementHeader, statementIn, statementSchema } from "#domain/identity.ts";
import { env } from "#env";

/**
 * What became of a check; `elsewhere` is a statement of another installation, whose keys we do not have, `older` a message that
 * left without one.
 */
export type Checked =
  | { kind: "holds"; statement: Statement }
  | { kind: "none" | "not_found" | "older" | "forged" | "elsewhere" };

/** Checks a pasted header, or the statement of the message that a link names. */
export async function readStatement(asked: { pasted: string | null; messageId: string | null }): Promise<Checked> {
  const { pasted, messageId } = asked;
  if (pasted) {
    const jws = statementIn(pasted);
    return jws ? check(jws) : { kind: "none" };
  }
  if (!messageId || !/^[a-z]+_[\w-]{10,60}$/.test(messageId)) return { kind: "not_found" };
  const stored = await acrossTenantsFindStatement(messageId, statementHeader);
  if (!stored) return { kind: "not_found" };
  return stored.statement ? check(stored.statement) : { kind: "older" };
}

async function check(jws: string): Promise<Checked> {
  const now = await currentTime();
  const keys = await acrossTenantsPublicKeys(now);
  try {
    const found = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => ({ kty: "OKP", ...publicJwk })) });
    const { payload } = await jwtVerify(jws, found, { algorithms: ["EdDSA"], currentDate: now });
    const statement = statementSchema.safeParse(payload);
    if (!statement.success || statement.data.iss !== env().APP_URL) return { kind: "forged" };
    return { kind: "holds", statement: statement.data };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { kind: "elsewhere" };
    if (error instanceof errors.JOSEError) return { kind: "forged" };
    throw error;
  }
}
