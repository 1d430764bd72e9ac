import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";
import type { Role } from "#domain/member.ts";
import { newId } from "./ids.ts";
import { hashPassword } from "./passwords.ts";
import { members } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

export type Member = {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  lastSignInAt: Date | null;
};

const columns = {
  id: members.id,
  email: members.email,
  name: members.name,
  role: members.role,
  createdAt: members.createdAt,
  lastSignInAt: members.lastSignInAt,
};

/** Adds a member, or brings a removed one back under the new role. An address that is a member already is a conflict. */
export async function createMember(
  scope: Scope,
  given: { email: string; name: string; role: Role; password?: string; now: Date },
): Promise<Member> {
  const email = normalizeAddress(given.email);
  if (!email) throw new AppError("invalid", "This is no email address", "email");
  const passwordHash = given.password === undefined ? null : await hashPassword(given.password);
  const fresh = { name: given.name, role: given.role, passwordHash, createdAt: given.now, removedAt: null };
  const [member] = await scope.db
    .insert(members)
    .values({ tenantId: scope.tenantId, id: newId("member", given.now), email, ...fresh })
    .onConflictDoUpdate({
      target: [members.tenantId, members.email],
      set: { ...fresh, lastSignInAt: null },
      setWhere: isNotNull(members.removedAt),
    })
    .returning(columns);
  if (!member) throw new AppError("conflict", "This address belongs to a member already", "email");
  return member;
}

/** A member who has not been removed, or null. */
export async function findMember(scope: Scope, memberId: string): Promise<Member | null> {
  const [member] = await scope.db
    .select(columns)
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.removedAt)));
  return member ?? null;
}

export function listMembers(scope: Scope): Promise<Member[]> {
  return scope.db.select(columns).from(members).where(isNull(members.removedAt)).orderBy(asc(members.id));
}

/** Changes a role. The last owner stays owner. */
export async function saveRole(scope: Scope, memberId: string, role: Role): Promise<Member> {
  const member = await lockedMember(scope, memberId);
  if (member.role === "owner" && role !== "owner") await refuseLastOwner(scope);
  await scope.db.update(members).set({ role }).where(eq(members.id, memberId));
  return { ...member, role };
}

/** Takes a member out; every session of theirs ends with the next request. The last owner stays. */
export async function removeMember(scope: Scope, memberId: string, now: Date): Promise<Member> {
  const member = await lockedMember(scope, memberId);
  if (member.role === "owner") await refuseLastOwner(scope);
  await scope.db.update(members).set({ removedAt: now, passwordHash: null }).where(eq(members.id, memberId));
  return member;
}

export async function saveName(scope: Scope, memberId: string, name: string): Promise<void> {
  await scope.db.update(members).set({ name }).where(eq(members.id, memberId));
}

/** The hash of a member's password; null while they have chosen none. */
export async function passwordHashOf(scope: Scope, memberId: string): Promise<string | null> {
  const [row] = await scope.db.select({ hash: members.passwordHash }).from(members).where(eq(members.id, memberId));
  return row?.hash ?? null;
}

export async function savePassword(scope: Scope, memberId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await scope.db.update(members).set({ passwordHash }).where(eq(members.id, memberId));
}

export async function recordSignIn(scope: Scope, memberId: string, now: Date): Promise<void> {
  await scope.db.update(members).set({ lastSignInAt: now }).where(eq(members.id, memberId));
}

/** Owners are locked in the order of their ids, so that two of them cannot remove each other at the same moment. */
async function lockedMember(scope: Scope, memberId: string): Promise<Member> {
  const rows = await scope.db
    .select(columns)
    .from(members)
    .where(isNull(members.removedAt))
    .orderBy(asc(members.id))
    .for("update");
  const member = rows.find((row) => row.id === memberId);
  if (!member) throw new AppError("not_found", "There is no such member");
  return member;
}

async function refuseLastOwner(scope: Scope): Promise<void> {
  const [owners] = await scope.db
    .select({ count: count() })
    .from(members)
    .where(and(eq(members.role, "owner"), isNull(members.removedAt)));
  if ((owners?.count ?? 0) < 2) throw new AppError("conflict", "A tenant keeps at least one owner");
}
