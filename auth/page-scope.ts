import { currentTime } from "#db/clock.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import type { MemberActor } from "./actor.ts";

/** Reads for a page, in one transaction of the member's tenant at one moment. */
export async function readAs<T>(member: MemberActor, read: (scope: Scope, now: Date) => Promise<T>): Promise<T> {
  const now = await currentTime();
  return withScope(member.tenantId, (scope) => read(scope, now));
}

/** The same, or null when what was asked for does not exist in this tenant. */
export async function readAsOrNull<T>(
  member: MemberActor,
  read: (scope: Scope, now: Date) => Promise<T>,
): Promise<T | null> {
  try {
    return await readAs(member, read);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
