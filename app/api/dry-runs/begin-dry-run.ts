import { countCarts } from "#db/dry-run-carts.ts";
import { startDryRun } from "#db/dry-runs.ts";
import { walkableGraph } from "#db/replay-plans.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { mostDryRunDays } from "#domain/dry-run.ts";

type Asked = {
  sequenceId: string;
  versionId: string | null;
  period: { from: Date; to: Date };
  /** The member who asks; null when a program does. */
  by: string | null;
};

/**
 * Asks for a dry run of a sequence's draft or a version over a period's carts; returns its id. `not_found` and `invalid` for
 * what cannot be run dry. Whoever calls announces `dry-run/started` once the row stands.
 */
export async function beginDryRun(
  scope: Scope,
  { sequenceId, versionId, period, by }: Asked,
  now: Date,
): Promise<string> {
  if (period.from >= period.to) throw new AppError("invalid", "The period ends before it begins.", "to");
  if (period.to.getTime() - period.from.getTime() > mostDryRunDays * 86_400_000)
    throw new AppError("invalid", `A dry run looks at ${mostDryRunDays} days at most.`, "from");
  const { graph } = await walkableGraph(scope, sequenceId, versionId);
  if (graph.trigger.kind !== "cart_abandoned" && graph.trigger.kind !== "checkout_abandoned")
    throw new AppError("invalid", "Only sequences that begin with a cart or checkout can be run dry.", "versionId");
  const { abandoned: carts } = await countCarts(scope, period);
  return startDryRun(scope, { sequenceId, versionId, graph, period, carts }, by, now);
}
