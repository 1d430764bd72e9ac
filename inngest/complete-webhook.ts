import { withJobScope } from "#db/scope.ts";
import type { Incomplete, Translation } from "#domain/shop-event.ts";
import type { UnansweredReason } from "#domain/unanswered-reason.ts";
import { PlatformFault, type PlatformFaultReason } from "#integrations/platforms.ts";
import { reach } from "./connection.ts";

/** A request whose body only named what changed. */
export type Unfinished = { shopId: string; incomplete: Incomplete; receivedAt: Date };

/** What the shop answered, or why it could not be asked. */
export type Completed = Translation | { kind: "unanswered"; reason: UnansweredReason; what: string };

/** Nothing gets better by trying again soon; a person must act, and may then replay the event. */
const lasting: Partial<Record<PlatformFaultReason, UnansweredReason>> = {
  not_configured: "api_not_configured",
  unauthorized: "api_unauthorized",
  refused: "api_refused",
  redirected: "api_redirected",
  foreign_host: "api_foreign_host",
};

/** Asks the shop for what a light body only named, outside of any transaction. Throws when it is worth to try again. */
export async function completeWebhook(
  tenantId: string,
  { shopId, incomplete, receivedAt }: Unfinished,
): Promise<Completed> {
  const { ability: complete, connection } = await withJobScope(tenantId, (scope) =>
    reach(scope, shopId, (platform) => platform.complete),
  );
  const { what } = incomplete;
  if (!complete || !connection) return { kind: "unanswered", reason: "no_credentials", what };
  try {
    return await complete(connection, incomplete, receivedAt);
  } catch (fault) {
    const reason = fault instanceof PlatformFault ? lasting[fault.reason] : undefined;
    if (!reason) throw fault;
    return { kind: "unanswered", reason, what };
  }
}
