import type { Sql } from "#db/connections.ts";

/** Settings of a server that is started for a load alone: fewer checkpoints, more room for making indexes. */
export const loadSettings = [
  ...["max_wal_size=4GB", "checkpoint_timeout=30min", "wal_level=minimal", "max_wal_senders=0"],
  ...["shared_buffers=1GB", "maintenance_work_mem=1GB", "max_parallel_maintenance_workers=1"],
];

const tables = [
  ...["carts", "enrollments", "decisions", "drafts", "messages", "message_events", "message_facts", "touchpoints"],
  ...["orders", "order_carts", "conversions", "contacts", "assignments", "enrollment_facts", "search_words"],
];

/**
 * Writes without the tables' secondary indexes and marks, and makes these indexes at the end: one sort for each instead of a
 * search for each row. What they were stands in a table of its own meanwhile, so that after a run that was broken off the next
 * one finds all it needs. Only for a database that nobody else uses in the meantime; `owner` is the tables' owner.
 */
export async function loadFast(owner: Sql, write: () => Promise<void>): Promise<void> {
  await owner`create table if not exists dropped_indexes (name text primary key, definition text not null)`;
  await owner`
    insert into dropped_indexes
    select c.relname, pg_get_indexdef(i.indexrelid) from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relname = any(${tables}) and t.relnamespace = 'public'::regnamespace and not i.indisprimary
    on conflict do nothing`;
  const dropped = await owner<{ name: string; definition: string }[]>`select name, definition from dropped_indexes`;
  for (const { name } of dropped) await owner`drop index if exists ${owner(name)}`;
  for (const table of tables) {
    await owner`alter table ${owner(table)} set (autovacuum_enabled = false)`;
    await owner`alter table ${owner(table)} disable trigger user`;
  }
  try {
    await write();
  } finally {
    for (const { name, definition } of dropped) {
      await owner.unsafe(definition.replace(/INDEX /, "INDEX IF NOT EXISTS "));
      await owner`delete from dropped_indexes where name = ${name}`;
    }
    for (const table of tables) {
      await owner`alter table ${owner(table)} reset (autovacuum_enabled)`;
      await owner`alter table ${owner(table)} enable trigger user`;
    }
    await owner`drop table dropped_indexes`;
  }
}
