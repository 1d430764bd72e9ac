import { findKey } from "#db/api-keys.ts";
import { findMember } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import type { Reviewer } from "#domain/draft-life.ts";
import { includesRole } from "#domain/member.ts";

export type By = { kind: "member" | "key"; id: string };

/** Who answers for an act: the member, and the key by which they acted, where they did. */
export type Answering = { by: Reviewer; viaKeyId: string | null };

/**
 * The member who answers for an act. A key acts for whoever made it: were the key somebody by itself, its maker could
 * approve words that the key wrote for them.
 */
export async function answering(scope: Scope, by: By): Promise<Answering> {
  if (by.kind === "member") return { by, viaKeyId: null };
  const key = await findKey(scope, by.id);
  const maker = key?.createdBy ? await findMember(scope, key.createdBy) : null;
  const stands = maker !== null && includesRole(maker.role, "marketer");
  return { by: stands ? { kind: "member", id: maker.id } : by, viaKeyId: by.id };
}

/** An approval is a person's: a key without anybody behind it gives none. */
export async function refuseNobody(scope: Scope, { by, viaKeyId }: Answering): Promise<void> {
  if (by.kind === "member" || viaKeyId === null) return;
  const key = await findKey(scope, viaKeyId);
  throw new AppError(
    "forbidden",
    `The key “${key?.name ?? viaKeyId}” cannot approve: it acts for nobody who may. Whoever made it is unknown, has left or is no marketer any more.`,
  );
}
