import { randomBytes } from "node:crypto";
import { acrossTenantsFindMembers, acrossTenantsTakeSignInToken, type MemberDoor } from "#db/across-tenants-doors.ts";
import { hashToken } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import { recordSignIn } from "#db/members.ts";
import { verifyPassword } from "#db/passwords.ts";
import type { Scope } from "#db/scope.ts";
import { withScope } from "#db/scope.ts";
import { saveSignInToken } from "#db/sign-in-tokens.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { attemptCounter } from "./attempts.ts";
import type { SessionClaims } from "./session-token.ts";

const byAddress = attemptCounter({ tries: 10, minutes: 10 });
const byOrigin = attemptCounter({ tries: 100, minutes: 10 });

/** Email and password to a session, or null. An unknown address takes as long as a wrong password. */
export async function signInByPassword(
  given: { email: string; password: string; origin: string },
  now: Date,
): Promise<SessionClaims | null> {
  const email = normalizeAddress(given.email) ?? "";
  byOrigin.count(given.origin, Date.now());
  byAddress.count(email, Date.now());
  const members = email && given.password.length <= 1000 ? await acrossTenantsFindMembers(email) : [];
  const [first] = members;
  if (!first) {
    await verifyPassword(given.password, null);
    return null;
  }
  for (const member of members) {
    if (!(await verifyPassword(given.password, member.passwordHash))) continue;
    byAddress.forget(email);
    return startSession(member, "password", now);
  }
  return null;
}

/** A token from a mail to a session, once. */
export async function signInByLink(token: string, now: Date): Promise<SessionClaims | null> {
  const member = await acrossTenantsTakeSignInToken(hashToken(token), now);
  return member && startSession(member, "link", now);
}

async function startSession(member: MemberDoor, by: "password" | "link", now: Date): Promise<SessionClaims> {
  const { tenantId, id } = member;
  await withScope(tenantId, async (scope) => {
    await recordSignIn(scope, id, now);
    await recordAudit(scope, { actor: { kind: "member", id }, action: "member.signed_in", change: { by }, now });
  });
  return { memberId: id, tenantId };
}

export const linkMinutes = 20;
export const invitationHours = 72;

/** A one-time token for a member's address; the mail that carries it is the caller's to send. */
export async function makeSignInToken(
  scope: Scope,
  given: { email: string; minutes: number; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(given.now.getTime() + given.minutes * 60_000);
  await saveSignInToken(scope, { token, email: given.email, expiresAt, now: given.now });
  return token;
}
