import { encode } from "next-auth/jwt";
import { createKey } from "#db/api-keys.ts";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import { createMember, type Member } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import type { KeyScope, Role } from "#domain/member.ts";
import { env } from "#env";
import { sessionCookieName } from "../session-token.ts";
import { type Caller, callerWith } from "./caller.ts";

export type TestTenant = { tenantId: string; name: string };

/** A tenant with default policy and brand, in euros. Needs `connectTo` a test database first. */
export async function createTestTenant(name = "Test"): Promise<TestTenant> {
  const now = await currentTime();
  const tenantId = newId("tenant", now);
  const given = { name, currency: "EUR", language: "en", timeZone: "Europe/Berlin", now };
  await withScope(tenantId, (scope) => createTenant(scope, given));
  return { tenantId, name };
}

/** Two tenants that know nothing of each other. */
export async function createTwoTenants(): Promise<{ one: TestTenant; two: TestTenant }> {
  return { one: await createTestTenant("One"), two: await createTestTenant("Two") };
}

let members = 0;

/** A new member of the tenant with a session; requests look as if our own pages sent them. */
export async function asMember(tenant: TestTenant, role: Role = "owner"): Promise<Caller & { member: Member }> {
  const now = await currentTime();
  const email = `${role}-${++members}@${tenant.tenantId.replace("_", "-")}.test`;
  const member = await withScope(tenant.tenantId, (scope) => createMember(scope, { email, name: role, role, now }));
  const claims = { memberId: member.id, tenantId: tenant.tenantId };
  const token = await encode({ token: claims, secret: env().NEXTAUTH_SECRET });
  const headers = { cookie: `${sessionCookieName()}=${token}`, "sec-fetch-site": "same-origin" };
  return { ...callerWith(headers), member };
}

/** A new key of the tenant. */
export async function asKey(tenant: TestTenant, scopes: KeyScope[]): Promise<Caller & { keyId: string }> {
  const now = await currentTime();
  const { key, token } = await withScope(tenant.tenantId, (scope) =>
    createKey(scope, { name: "test", scopes, createdBy: null, mode: "test", now }),
  );
  return { ...callerWith({ authorization: `Bearer ${token}` }), keyId: key.id };
}

/** Nobody: no session, no key. */
export const asStranger = (): Caller => callerWith({});
