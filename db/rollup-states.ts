import { sql } from "drizzle-orm";
import { nameTimes } from "./message-facts.ts";
import type { Scope } from "./scope.ts";

/** Raised whenever what the sums hold changes: those of an older shape are made anew. */
export const rollupShape = 1;

/** Runs a piece in a transaction of its own. */
export type InScope = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

/** By what a tenant's sums are cut: another zone has other days, other rules other bands, another policy a longer watch. */
export type Basis = { timeZone: string; watchDays: number; bands: string };
export type RebuildPhase = "messages" | "enrollments" | "sums";
/** `current`: made by what holds now. A phase and what of it is done stand while the sums are made anew. */
export type RollupState = Basis & { current: boolean; rebuilding: boolean; phase: RebuildPhase | null; cursor: string };

type Found = Omit<RollupState, "current"> & { sameZone: boolean; sameRules: boolean; shape: number; begun: boolean };

/** How a tenant's rollups stand; null where they were never made. */
export async function readState(scope: Scope): Promise<RollupState | null> {
  const [row] = await scope.db.execute<Found>(sql`
    with ${wanted(scope)}
    select w.time_zone as "timeZone", w.watch_days as "watchDays", w.bands, r.tenant_id is not null as begun,
      r.time_zone = w.time_zone as "sameZone", (r.watch_days, r.bands) = (w.watch_days, w.bands) as "sameRules",
      r.version as shape, r.rebuilding_since is not null as rebuilding, r.phase, r.cursor
    from wanted w left join rollup_states r on r.tenant_id = ${scope.tenantId}`);
  if (!row?.begun) return null;
  const { timeZone, watchDays, bands, rebuilding, phase, cursor } = row;
  const current = row.sameZone && row.sameRules && row.shape === rollupShape;
  return { timeZone, watchDays, bands, current, rebuilding, phase, cursor };
}

const wanted = (scope: Scope) => sql`wanted as (
  select t.time_zone, coalesce(p.expiry_days + p.attribution_days, 0) as watch_days, coalesce((
      select string_agg(currency || ' ' || min_total, ',' order by currency, min_total) from incentive_rules
      where tenant_id = t.tenant_id and min_total > 0), '') as bands
  from tenants t left join policies p on p.tenant_id = t.tenant_id where t.tenant_id = ${scope.tenantId})`;

/** Begins to make a tenant's rollups anew, by what holds now, from a phase on. */
export async function beginRollups(scope: Scope, now: Date, phase: RebuildPhase = "messages"): Promise<void> {
  await nameTimes(scope);
  await scope.db.execute(sql`
    with ${wanted(scope)}
    insert into rollup_states (tenant_id, time_zone, watch_days, bands, version, rebuilding_since, phase, cursor)
    select ${scope.tenantId}, time_zone, watch_days, bands, ${rollupShape}, ${now.toISOString()}::timestamptz, ${phase}, '' from wanted
    on conflict (tenant_id) do update set time_zone = excluded.time_zone, watch_days = excluded.watch_days, bands = excluded.bands,
      version = excluded.version, rebuilding_since = excluded.rebuilding_since, phase = excluded.phase, cursor = excluded.cursor`);
}

/** Notes in the same transaction as a piece of the work that it is done. */
export async function advanceRollups(scope: Scope, phase: RebuildPhase, cursor: string): Promise<void> {
  await scope.db.execute(
    sql`update rollup_states set phase = ${phase}, cursor = ${cursor} where tenant_id = ${scope.tenantId}`,
  );
}

/** From here on the rollups are kept up by marks. */
export async function finishRollups(scope: Scope, now: Date): Promise<void> {
  await scope.db.execute(sql`
    update rollup_states set rebuilding_since = null, phase = null, cursor = '', rebuilt_at = ${now.toISOString()}::timestamptz
    where tenant_id = ${scope.tenantId}`);
}

/** One at a time changes the rollups of a tenant. Held until the transaction ends. */
export async function lockRollups(scope: Scope): Promise<void> {
  await scope.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rollups ${scope.tenantId}`}, 0))`);
}
