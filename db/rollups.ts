import { sql } from "drizzle-orm";
import { recordMessageFacts } from "./message-facts.ts";
import { settleOldestDay } from "./rollup-cells.ts";
import { foldCosts, foldCredits } from "./rollup-days.ts";
import { type Concerned, foldEnrollments } from "./rollup-enrollments.ts";
import { foldMessages } from "./rollup-messages.ts";
import { lockRollups, readState } from "./rollup-states.ts";
import type { Scope } from "./scope.ts";

/** How many deltas readers may have to add to the cells: some milliseconds. */
export const mostDeltas = 8_000;

type Marks = { messages: string[]; enrollments: string[]; carts: string[]; credits: string[]; costs: string[] };

/**
 * Takes the oldest marks and brings the rollups to what the rows say of them, all in the caller's transaction: a crash leaves
 * both as they were. `stale` when the rollups have to be made anew first. Returns how many marks were taken.
 */
export async function foldMarks(scope: Scope, most: number): Promise<{ marks: number; stale: boolean }> {
  await lockRollups(scope);
  const state = await readState(scope);
  if (!state?.current || state.rebuilding) return { marks: 0, stale: true };
  const { taken, marks } = await takeMarks(scope, most);
  if (taken === 0) return { marks: 0, stale: false };
  await preferIndexes(scope);
  await recordMessageFacts(scope, await withoutFacts(scope, marks.messages));
  await foldMessages(scope, state.timeZone, marks.messages);
  await foldEnrollments(scope, state, await enrollmentsOf(scope, marks));
  await foldCredits(scope, state.timeZone, marks.credits);
  await foldCosts(scope, state.timeZone, marks.costs);
  return { marks: taken, stale: false };
}

/** A piece of the deltas into the cells, where there are so many that readers would feel them. Returns how many were taken. */
export async function settleSome(scope: Scope): Promise<number> {
  await lockRollups(scope);
  return (await hasManyDeltas(scope)) ? settleOldestDay(scope) : 0;
}

/** By ids everything is found by an index; of tables that were filled just now the planner knows nothing and would read them whole. */
export async function preferIndexes(scope: Scope): Promise<void> {
  await scope.db.execute(sql`select set_config('enable_seqscan', 'off', true)`);
}

async function takeMarks(scope: Scope, most: number): Promise<{ taken: number; marks: Marks }> {
  const rows = await scope.db.execute<{ kind: string; subject: string | null; at: string | null }>(sql`
    delete from rollup_marks where tenant_id = ${scope.tenantId} and seq <= (
      select max(seq) from (select seq from rollup_marks where tenant_id = ${scope.tenantId} order by seq limit ${most}) oldest)
    returning kind, subject_id as subject, at::text as at`);
  const of = (kind: string) => [
    ...new Set(rows.filter((row) => row.kind === kind).flatMap((row) => row.subject ?? row.at ?? [])),
  ];
  const marks = {
    messages: of("message"),
    enrollments: of("enrollment"),
    carts: of("cart"),
    credits: of("credit"),
    costs: of("cost"),
  };
  return { taken: rows.length, marks };
}

/** Messages of before there were facts, or whose queueing left none. */
async function withoutFacts(scope: Scope, messageIds: string[]): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select id from jsonb_array_elements_text(${JSON.stringify(messageIds)}::text::jsonb) as said(id)
    where not exists (select from message_facts f where f.tenant_id = ${scope.tenantId} and f.message_id = said.id)`);
  return [...rows].map((row) => row.id);
}

/** Of what happened to a message only its own enrollment knows; what a cart or an enrollment says concerns the whole contact. */
async function enrollmentsOf(scope: Scope, { messages, enrollments, carts }: Marks): Promise<Concerned> {
  const own = await scope.db.execute<{ id: string }>(sql`
    select distinct enrollment_id as id from message_facts where tenant_id = ${scope.tenantId}
      and message_id in (select jsonb_array_elements_text(${JSON.stringify(messages)}::text::jsonb))`);
  const ofCarts =
    carts.length === 0
      ? []
      : await scope.db.execute<{ id: string }>(sql`
          select id from enrollments where tenant_id = ${scope.tenantId}
            and cart_id in (select jsonb_array_elements_text(${JSON.stringify(carts)}::text::jsonb))`);
  return {
    alone: [...own].map((row) => row.id),
    withContact: [...new Set([...enrollments, ...[...ofCarts].map((row) => row.id)])],
  };
}

async function hasManyDeltas(scope: Scope): Promise<boolean> {
  const [row] = await scope.db.execute<{ many: boolean }>(sql`
    select count(*) > ${mostDeltas} as many from (
      select from rollup_deltas where tenant_id = ${scope.tenantId} limit ${mostDeltas + 1}) deltas`);
  return row?.many ?? false;
}
