import type { Sql } from "./connections.ts";

/**
 * Forces row-level security on every table that has `tenant_id`, new ones included, and grants the two login roles
 * what they need. Safe to repeat. The sub-select makes the tenant an InitPlan, so that indexes on tenant_id are used.
 */
export async function applyRowSecurity(sql: Sql, roles: { app: string; worker: string }): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relkind in ('r', 'p') order by 1`;
  await sql.begin(async (tx) => {
    await tx`grant usage on schema public to ${tx(roles.app)}, ${tx(roles.worker)}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${tx(roles.app)}, ${tx(roles.worker)}`;
    for (const { name } of tables) {
      const table = tx(name);
      await tx`alter table ${table} enable row level security`;
      await tx`alter table ${table} force row level security`;
      await tx`drop policy if exists tenant on ${table}`;
      await tx`create policy tenant on ${table} to ${tx(roles.app)}
        using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')))
        with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')))`;
      await tx`drop policy if exists across_tenants on ${table}`;
      await tx`create policy across_tenants on ${table} to ${tx(roles.worker)} using (true) with check (true)`;
    }
  });
}
