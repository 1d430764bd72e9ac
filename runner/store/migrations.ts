import { type Queryable, rowsOf } from "./connection.ts";

/**
 * Instants are bigint milliseconds of the runner's clock unless the name says `real`. JSON is text in canonical form,
 * not jsonb: jsonb refuses "\u0000" and reorders keys. A job in state `queued` has been handed to graphile-worker by
 * trigger in the same transaction; everything due later waits in `jobs` alone, where half a million rows cost nothing.
 */
const first = `
create table runner.clock (
  single boolean primary key default true check (single),
  anchor_real bigint not null, anchor_virtual bigint not null, speed double precision not null);

create table runner.functions (
  id text primary key, app_id text not null, name text not null, config text not null,
  archived boolean not null default false);

create table runner.events (
  id text primary key, external_id text, name text not null, body text not null, received_real bigint not null);
create index events_received on runner.events (received_real);

create table runner.starts (
  function_id text not null, key text not null, run_id text not null, expires_at bigint not null,
  primary key (function_id, key));

create table runner.runs (
  id text primary key, function_id text not null, status text not null default 'queued',
  event_name text not null, events text not null, slot_keys text[] not null default '{}',
  priority int not null default 0, singleton_key text,
  request_version int not null default -1, serial boolean not null default false, pending text[] not null default '{}',
  output text, error text, parent_run text, parent_step text,
  created_at bigint not null, started_at bigint, ended_at bigint);
create index runs_function on runner.runs (function_id, id);
create index runs_status on runner.runs (status, id);
create index runs_ended on runner.runs (ended_at) where ended_at is not null;
create index runs_singleton on runner.runs (function_id, singleton_key)
  where singleton_key is not null and status in ('queued', 'running');

create table runner.steps (
  run_id text not null references runner.runs (id) on delete cascade, id text not null,
  ordinal bigint generated always as identity, name text, op text not null,
  failed boolean not null, output text not null, ended_at bigint not null,
  primary key (run_id, id));

create table runner.jobs (
  id bigint generated always as identity primary key,
  run_id text references runner.runs (id) on delete cascade, function_id text not null,
  kind text not null, key text not null, step_id text, name text, race boolean not null default false,
  attempt int not null default 0, faults int not null default 0, generation int not null default 0,
  state text not null, due_at bigint not null, priority int not null default 0, parked_on text,
  payload text, error text);
create unique index jobs_of_run on runner.jobs (run_id, key) where run_id is not null;
create unique index jobs_of_function on runner.jobs (function_id, key) where run_id is null;
create index jobs_waiting on runner.jobs (due_at) where state = 'waiting';
create index jobs_parked on runner.jobs (parked_on, (due_at - priority * 1000::bigint), id) where state = 'parked';
create index jobs_active on runner.jobs (due_at) where state in ('queued', 'running', 'parked');

create table runner.pauses (
  id bigint generated always as identity primary key,
  run_id text not null references runner.runs (id) on delete cascade, kind text not null, step_id text,
  event_name text not null, match_key text, expression text, after_ts bigint not null default 0,
  expires_at bigint not null);
create index pauses_match on runner.pauses (event_name, match_key);
create index pauses_run on runner.pauses (run_id);
create table runner.match_paths (event_name text not null, path text not null, primary key (event_name, path));

create table runner.rates (key text primary key, arrival_at double precision not null, expires_at bigint not null);
create table runner.debounces (
  function_id text not null, key text not null, event text not null, event_ts bigint not null, first_at bigint not null,
  primary key (function_id, key));
create table runner.batches (
  id text primary key, function_id text not null, key text not null, size int not null default 0,
  unique (function_id, key));
create table runner.batched (
  batch_id text not null references runner.batches (id) on delete cascade,
  ordinal bigint generated always as identity primary key, event text not null);
create index batched_batch on runner.batched (batch_id, ordinal);

create function runner.hand_out() returns trigger language plpgsql as $$
begin
  perform graphile_worker.add_job('work', json_build_object('job', new.id),
    run_at := now() - make_interval(secs => greatest(new.priority, 0)), max_attempts := 1000);
  return null;
end $$;
create trigger hand_out_new after insert on runner.jobs
  for each row when (new.state = 'queued') execute function runner.hand_out();
create trigger hand_out_due after update on runner.jobs
  for each row when (new.state = 'queued' and old.state is distinct from 'queued') execute function runner.hand_out();
`;

const steps: readonly string[] = [first];

async function prepare(db: Queryable): Promise<void> {
  // Creating even an existing schema needs a right on the database that a role owning only its schemas lacks.
  const found = await rowsOf(db, "select 1 from pg_namespace where nspname = 'runner'");
  if (found.length === 0) await db.query({ text: "create schema runner" });
  await db.query({
    text: "create table if not exists runner.migrations (version int primary key, applied_at timestamptz not null default now())",
  });
}

/** Brings the runner's schema up to date. Call inside one transaction, after graphile-worker's own migrations. */
export async function migrate(db: Queryable): Promise<void> {
  await prepare(db);
  const [row] = await rowsOf<{ version: number | null }>(db, "select max(version) as version from runner.migrations");
  for (const [index, text] of steps.entries()) {
    if (index + 1 <= (row?.version ?? 0)) continue;
    await db.query({ text });
    await rowsOf(db, "insert into runner.migrations (version) values ($1)", [index + 1]);
  }
}
