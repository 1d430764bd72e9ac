import { acrossTenantsFindKey } from "#db/across-tenants-doors.ts";
import { hashToken, recordKeyUse } from "#db/api-keys.ts";
import { findMember } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { includesRole, type KeyMode, type KeyScope, type Role } from "#domain/member.ts";
import { isAllowedFrom } from "./allowed-networks.ts";
import { refuseForeignOrigin } from "./same-origin.ts";
import { readSession, type SessionClaims, sessionTokenOf } from "./session-token.ts";

export type MemberActor = {
  kind: "member";
  id: string;
  tenantId: string;
  role: Role;
  name: string;
  email: string;
};
export type KeyActor = {
  kind: "key";
  id: string;
  tenantId: string;
  name: string;
  scopes: KeyScope[];
  /** What a test key sends stays in the outbox. */
  mode: KeyMode;
  perMinute: number;
};
/** Who asks: a person by session or a program by key. */
export type Actor = MemberActor | KeyActor;

/** Who a request comes from. A key wins over a session, so that a browser's cookie never widens what a key may do. */
export async function actorOf(request: Request, now: Date): Promise<Actor> {
  const token = bearerOf(request.headers);
  if (token !== null) return keyActor(token, request.headers, now);
  const claims = await readSession(sessionTokenOf(request.headers.get("cookie")));
  const member = claims && (await memberActor(claims));
  if (!member) throw new AppError("unauthenticated", "Sign in, or send an API key as a bearer token");
  refuseForeignOrigin(request);
  return member;
}

function bearerOf(headers: Headers): string | null {
  const authorization = headers.get("authorization");
  if (authorization !== null) return /^bearer (\S+)$/i.exec(authorization.trim())?.[1] ?? "";
  return headers.get("x-api-key")?.trim() ?? null;
}

async function keyActor(token: string, headers: Headers, now: Date): Promise<KeyActor> {
  const [, mode] = /^cb_(live|test)_[\w-]{20,80}$/.exec(token) ?? [];
  const key = mode ? await acrossTenantsFindKey(hashToken(token)) : null;
  if (!key) throw new AppError("unauthenticated", "This API key is not known, or was revoked");
  const { tenantId, id, name, scopes, lastUsedAt, expiresAt, allowedNetworks, perMinute } = key;
  // Limits are about the world, also where the demo's clock runs ahead.
  if (expiresAt && expiresAt.getTime() <= Date.now()) throw new AppError("unauthenticated", "This API key has expired");
  if (!isAllowedFrom(headers, allowedNetworks))
    throw new AppError("forbidden", "This API key may not be used from this address");
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= 60_000)
    await withScope(tenantId, (scope) => recordKeyUse(scope, id, now));
  return { kind: "key", id, tenantId, name, scopes, mode: mode === "live" ? "live" : "test", perMinute };
}

/** The member behind a session, read again at each request: a removal or a new role counts at once. */
export async function memberActor(claims: SessionClaims): Promise<MemberActor | null> {
  const member = await withScope(claims.tenantId, (scope) => findMember(scope, claims.memberId));
  if (!member) return null;
  const { id, role, name, email } = member;
  return { kind: "member", id, tenantId: claims.tenantId, role, name, email };
}

/** Members need the role (viewer unless said), keys the scope; an endpoint without a scope is closed to keys. */
export function refuseActor(actor: Actor, needs: { role?: Role; scope?: KeyScope }): void {
  if (actor.kind === "member") {
    const role = needs.role ?? "viewer";
    if (!includesRole(actor.role, role)) throw new AppError("forbidden", `This needs the role ${role}`);
    return;
  }
  if (!needs.scope) throw new AppError("forbidden", "This is not open to API keys");
  if (!actor.scopes.includes(needs.scope)) throw new AppError("forbidden", `This key lacks the scope ${needs.scope}`);
}
