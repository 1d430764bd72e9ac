import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { DryRunCart, DryRunRow, DryRunView } from "#domain/dry-run.ts";
import type { Page } from "#domain/rows.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** The dry runs of a sequence that are kept, newest first. */
export async function listDryRuns(scope: Scope, sequenceId: string): Promise<DryRunRow[]> {
  const rows = await scope.db.execute<DryRunRow>(sql`
    select r.id, v.number as version, r.from_at as from, r.to_at as to, r.status, r.started_at as "startedAt",
      (r.tally ->> 'entered')::int as entered
    from dry_runs r left join sequence_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id
    where r.tenant_id = ${scope.tenantId} and r.sequence_id = ${sequenceId} order by r.id desc`);
  return [...rows].map((row) => ({
    ...row,
    ...{ from: iso(row.from), to: iso(row.to), startedAt: iso(row.startedAt) },
  }));
}

/** One dry run with what it has counted so far; `not_found` for one of another tenant. */
export async function readDryRun(scope: Scope, id: string): Promise<DryRunView> {
  const [row] = await scope.db.execute<DryRunView>(sql`
    select r.id, r.sequence_id as "sequenceId", r.version_id as "versionId", v.number as version, r.graph,
      r.from_at as from, r.to_at as to, r.status, r.carts, r.tally, m.name as by, r.started_at as "startedAt",
      r.ended_at as "endedAt"
    from dry_runs r left join sequence_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id
    left join members m on m.tenant_id = r.tenant_id and m.id = r.started_by
    where r.tenant_id = ${scope.tenantId} and r.id = ${id}`);
  if (!row) throw new AppError("not_found", "There is no such dry run.");
  const { from, to, startedAt, endedAt } = row;
  return { ...row, ...{ from: iso(from), to: iso(to), startedAt: iso(startedAt), endedAt: isoOrNull(endedAt) } };
}

/** The carts of a dry run, newest first, all or those with one outcome. */
export async function listDryRunCarts(
  scope: Scope,
  { id, outcome, after, limit = 50 }: { id: string; outcome?: string; after?: string; limit?: number },
): Promise<Page<DryRunCart>> {
  const position = readPosition(after);
  const before = position
    ? sql`(d.abandoned_at, d.cart_id) < (${position.at}::timestamptz, ${position.id})`
    : sql`true`;
  const rows = await scope.db.execute<DryRunCart & { sort: string }>(sql`
    select d.cart_id as "cartId", nullif(concat_ws(' ', c.first_name, c.last_name), '') as name, c.address,
      d.abandoned_at as "abandonedAt", d.abandoned_at::text as sort, d.outcome, d.arm, d.messages, d.ended
    from dry_run_carts d left join contacts c on c.tenant_id = d.tenant_id and c.id = d.contact_id and c.erased_at is null
    where d.tenant_id = ${scope.tenantId} and d.dry_run_id = ${id} and ${before}
      and ${outcome ? sql`d.outcome = ${outcome}` : sql`true`}
    order by d.abandoned_at desc, d.cart_id desc limit ${limit + 1}`);
  const { kept, next } = pageOf(
    [...rows].map((row) => ({ row, at: row.sort, id: row.cartId })),
    limit,
  );
  return {
    rows: kept.map(({ row: { sort: _, ...row } }) => ({ ...row, abandonedAt: iso(row.abandonedAt) })),
    next,
  };
}
