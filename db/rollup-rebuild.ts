import { sql } from "drizzle-orm";
import { monthEnd, monthOf, monthsOf } from "#domain/explore/cover.ts";
import { pairOf } from "#domain/explore/pairs.ts";
import { placeMessages, recordMessageFacts } from "./message-facts.ts";
import { tellEnrollments } from "./rollup-enrollments.ts";
import { tellMessages } from "./rollup-messages.ts";
import { sumMonth } from "./rollup-months.ts";
import {
  advanceRollups,
  beginRollups,
  finishRollups,
  type InScope,
  lockRollups,
  type RebuildPhase,
  type RollupState,
  readState,
} from "./rollup-states.ts";
import { preferIndexes } from "./rollups.ts";
import type { Scope } from "./scope.ts";

const page = 10_000;

type Asked = { told?: (did: string) => void; from?: RebuildPhase };

/**
 * Makes a tenant's rollups anew from its rows: after its time zone changed, for rows of before there were rollups, or to
 * prove that they are right. `from`: what comes before this phase is known to be right.
 */
export async function rebuildRollups(
  inScope: InScope,
  now: Date,
  { told, from = "messages" }: Asked = {},
): Promise<void> {
  await inScope((scope) => begin(scope, now, from));
  for (let did = await rebuildPiece(inScope, now); did; did = await rebuildPiece(inScope, now)) told?.(did);
}

/**
 * Does the next piece of making a tenant's rollups anew, begins where nobody has, and begins again where the rules have
 * changed since. What is done stands in its row, so that whoever comes after a break goes on there; meanwhile the job leaves
 * the tenant alone, marks that come wait, and pages see the sums of before, month by month those of now. Returns what was
 * done, null when nothing is left to do.
 */
export async function rebuildPiece(inScope: InScope, now: Date): Promise<string | null> {
  const state = await inScope(async (scope) => {
    await lockRollups(scope);
    const found = await readState(scope);
    if (found?.current && (!found.rebuilding || found.phase)) return found;
    await begin(scope, now, "messages");
    return readState(scope);
  });
  if (!state?.phase) return null;
  if (state.phase === "messages") return inScope((scope) => messagePage(scope, state));
  if (state.phase === "enrollments") return inScope((scope) => enrollmentPage(scope, state));
  return nextMonth(inScope, state, now);
}

async function begin(scope: Scope, now: Date, phase: RebuildPhase): Promise<void> {
  await lockRollups(scope);
  await beginRollups(scope, now, phase);
  // Marks that stand are for rows that will be read anyhow.
  if (phase === "messages") await scope.db.execute(sql`delete from rollup_marks where tenant_id = ${scope.tenantId}`);
}

/** Whether what is to be done next is still what was read before the lock was held. */
async function isNext(scope: Scope, { phase, cursor }: RollupState): Promise<boolean> {
  await scope.db.execute(sql`select set_config('statement_timeout', '10min', true)`);
  await lockRollups(scope);
  const now = await readState(scope);
  return now?.phase === phase && now.cursor === cursor;
}

async function messagePage(scope: Scope, state: RollupState): Promise<string> {
  if (!(await isNext(scope, state))) return "passed";
  await preferIndexes(scope);
  const ids = await nextIds(scope, "messages", state.cursor);
  await recordMessageFacts(scope, await withoutFacts(scope, ids));
  await placeMessages(scope, ids);
  await tellMessages(scope, state.timeZone, ids);
  const last = ids.length === page ? ids.at(-1) : undefined;
  await (last ? advanceRollups(scope, "messages", last) : advanceRollups(scope, "enrollments", ""));
  return `messages ${ids.length}`;
}

async function enrollmentPage(scope: Scope, state: RollupState): Promise<string> {
  if (!(await isNext(scope, state))) return "passed";
  await preferIndexes(scope);
  const ids = await nextIds(scope, "enrollments", state.cursor);
  await tellEnrollments(scope, state, ids);
  const last = ids.length === page ? ids.at(-1) : undefined;
  await (last ? advanceRollups(scope, "enrollments", last) : beginSums(scope, state.timeZone));
  return `enrollments ${ids.length}`;
}

async function nextIds(scope: Scope, table: "messages" | "enrollments", after: string): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select id from ${sql.identifier(table)} where tenant_id = ${scope.tenantId} and id > ${after} order by id limit ${page}`);
  return [...rows].map((row) => row.id);
}

async function withoutFacts(scope: Scope, ids: string[]): Promise<string[]> {
  const [first, last] = [ids[0] ?? "", ids.at(-1) ?? ""];
  const rows = await scope.db.execute<{ id: string }>(sql`
    select message_id as id from message_facts
    where tenant_id = ${scope.tenantId} and message_id between ${first} and ${last}`);
  const known = new Set([...rows].map((row) => row.id));
  return ids.filter((id) => !known.has(id));
}

/** What is added to month by month begins empty. The cursor is the next month and the last one. */
async function beginSums(scope: Scope, timeZone: string): Promise<void> {
  const range = await rangeOf(scope, timeZone);
  for (const name of ["deltas", "days", "cohorts"])
    await scope.db.execute(sql`delete from ${sql.identifier(`rollup_${name}`)} where tenant_id = ${scope.tenantId}`);
  await advanceRollups(scope, "sums", range ? `${range.from} ${range.to}` : "");
}

async function nextMonth(inScope: InScope, state: RollupState, now: Date): Promise<string> {
  const [month = "", last = ""] = state.cursor.split(" ");
  const left = month ? monthsOf(month, monthEnd(last)) : [];
  if (!left[0]) {
    await inScope(async (scope) => {
      if (await isNext(scope, state)) await finishRollups(scope, now);
    });
    return "finished";
  }
  const next = left[1]?.span;
  await sumMonth(
    inScope,
    { month, timeZone: state.timeZone },
    {
      isNext: (scope) => isNext(scope, state),
      done: (scope) => advanceRollups(scope, "sums", next ? `${next} ${last}` : ""),
    },
  );
  return `month ${month}`;
}

/** The months of whatever is counted now, or was before. */
async function rangeOf(scope: Scope, timeZone: string): Promise<{ from: string; to: string } | null> {
  const { tenantId } = scope;
  const whole = pairOf([])?.code ?? 0;
  const ends = (of: "min" | "max") => {
    const end = sql.raw(of);
    return sql`${sql.raw(of === "min" ? "least" : "greatest")}(
      (select ${end}(sent_on) from message_facts where tenant_id = ${tenantId}),
      (select ${end}(enrolled_on) from enrollment_facts where tenant_id = ${tenantId}),
      (select ${end}(span) from rollup_cells where tenant_id = ${tenantId} and pair = ${whole} and grain = 'month'),
      (select ${end}(day) from rollup_funnels where tenant_id = ${tenantId}),
      (select ${end}(day) from rollup_credits where tenant_id = ${tenantId}),
      (select ${end}(day) from rollup_costs where tenant_id = ${tenantId}),
      (select (${end}(ordered_at) at time zone ${timeZone})::date from conversions where tenant_id = ${tenantId}),
      (select (${end}(created_at) at time zone ${timeZone})::date from drafts where tenant_id = ${tenantId} and writer = 'language_model'))::text`;
  };
  const [row] = await scope.db.execute<{ from: string | null; to: string | null }>(
    sql`select ${ends("min")} as from, ${ends("max")} as to`,
  );
  return row?.from && row.to ? { from: monthOf(row.from), to: monthOf(row.to) } : null;
}
