import { refuseActor } from "#auth/actor.ts";
import { onceUnder } from "#auth/idempotency.ts";
import { inTransaction } from "#auth/in-transaction.ts";
import type { Asked, Operation } from "#auth/operation.ts";
import type { StoredAnswer } from "#db/across-tenants-answers.ts";
import { AppError } from "#domain/app-error.ts";
import type { KeyScope, Role } from "#domain/member.ts";
import type { Performing } from "./performing.ts";
import { refuseWithoutCode } from "./refuse-without-code.ts";

/** What a member must be for what a key needs a scope for. */
const roleOf: Record<KeyScope, Role> = { read: "viewer", send: "marketer", oversight: "marketer", admin: "admin" };

export type Performed = StoredAnswer & { replayed: boolean };

/**
 * Does an operation for somebody, by whatever way they came: REST and MCP alike. A write under an idempotency key is done
 * once; what loosens control needs a person's code when a program asks.
 */
export async function perform(operation: Operation, asked: Asked, by: Performing): Promise<Performed> {
  const { actor, now, key } = by;
  refuseActor(actor, { role: roleOf[operation.scope], scope: operation.scope });
  refuseBroken(asked);
  const request = JSON.stringify([operation.id, asked.params, asked.query, asked.body]);
  const work = async () => {
    operation.check(asked);
    const allowed = await refuseWithoutCode(operation, { asked, request }, by);
    const made = await inTransaction(actor, ({ scope, afterCommit }) =>
      operation.perform(asked, { scope, actor, now, afterCommit, allowed }),
    );
    const value = typeof made === "function" ? await made() : made;
    const status = operation.status ?? 200;
    return { status, answer: status === 204 ? "" : JSON.stringify(value) };
  };
  if (key === null || operation.method === "GET") return { ...(await work()), replayed: false };
  return onceUnder({ of: "request", tenantId: actor.tenantId, holderId: actor.id, key }, request, work);
}

/** No text that a database keeps holds NUL or half of a sign: what asks for it names nothing, and what says it is refused. */
function refuseBroken({ params, query, body }: Asked): void {
  if (brokenIn(params) !== null) throw new AppError("not_found", "There is nothing here");
  const field = brokenIn(query) ?? brokenIn(body);
  if (field !== null) throw new AppError("invalid", "There may be no NUL and no half of a sign in it", field || null);
}

const isBroken = (text: string) => text.includes("\u0000") || !text.isWellFormed();

/** The path of the first text that holds one; null when none does. */
function brokenIn(value: unknown, at = ""): string | null {
  if (typeof value === "string") return isBroken(value) ? at : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, one] of Object.entries(value)) {
    const place = at ? `${at}.${name}` : name;
    const found = isBroken(name) ? at : brokenIn(one, place);
    if (found !== null) return found;
  }
  return null;
}
