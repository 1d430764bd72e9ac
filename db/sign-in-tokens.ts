import { lt } from "drizzle-orm";
import { hashToken } from "./api-keys.ts";
import { signInTokens } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

/** Keeps the hash of a one-time sign-in token for a member's address, and clears away what is too old. */
export async function saveSignInToken(
  scope: Scope,
  given: { token: string; email: string; expiresAt: Date; now: Date },
): Promise<void> {
  await scope.db.delete(signInTokens).where(lt(signInTokens.expiresAt, given.now));
  await scope.db.insert(signInTokens).values({
    tenantId: scope.tenantId,
    tokenHash: hashToken(given.token),
    email: given.email,
    expiresAt: given.expiresAt,
  });
}
