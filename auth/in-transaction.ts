import { type Scope, withScope } from "#db/scope.ts";
import type { Actor } from "./actor.ts";
import { faultFacts, log } from "./log.ts";

export type AfterCommit = (announce: () => Promise<unknown>) => void;

/** One transaction of an actor's tenant. What is said to `afterCommit` is done when its rows exist. */
export async function inTransaction<T>(
  actor: Actor,
  work: (given: { scope: Scope; afterCommit: AfterCommit }) => Promise<T>,
): Promise<T> {
  const announcements: (() => Promise<unknown>)[] = [];
  const value = await withScope(actor.tenantId, (scope) =>
    work({ scope, afterCommit: (announce) => announcements.push(announce) }),
  );
  for (const announce of announcements) await announceSafely(announce, actor);
  return value;
}

/** Events are hints: the rows stand, and what was not announced the sweep finds again. */
async function announceSafely(announce: () => Promise<unknown>, actor: Actor): Promise<void> {
  try {
    await announce();
  } catch (error) {
    log().error({ tenantId: actor.tenantId, fault: faultFacts(error) }, "announcement failed");
  }
}
