import { type SQL, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { CartTotals } from "#domain/cart.ts";
import type { StorePolicies } from "#domain/draft.ts";
import { type IncentiveKind, savedOn } from "#domain/incentive.ts";
import type { DraftDetail, DraftRow, DraftTab, Page } from "#domain/rows.ts";
import { type SlotSource, slotFactsOf } from "#domain/slot-facts.ts";
import { fillSlots } from "#domain/slots.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** The columns of `DraftRow` under its own names, so that a row is one once its instants are ISO. */
const columns = sql`drafts.id, enrollments.cart_id as "cartId", coalesce(drafts.words ->> 'subject', '') as subject,
  json_build_object('address', contacts.address,
    'name', nullif(concat_ws(' ', contacts.first_name, contacts.last_name), '')) as contact,
  sequences.name as sequence, decisions.position, sequence_versions.steps -> decisions.position ->> 'purpose' as purpose,
  enrollments.cart_total::float8 as "cartTotal", enrollments.currency, incentives.name as incentive, drafts.writer,
  jsonb_array_length(drafts.findings) as findings, drafts.held_reason as "heldReason",
  drafts.review_due_at as "reviewDueAt", reviews.verdict, drafts.created_at as "createdAt", messages.sent_at as "sentAt",
  json_build_object('firstName', contacts.first_name, 'firstTitle', carts.lines -> 0 ->> 'title',
    'lineCount', jsonb_array_length(carts.lines), 'totals', carts.totals, 'discountCodes', carts.discount_codes,
    'brandName', brands.name, 'timeZone', coalesce(contacts.time_zone, tenants.time_zone), 'language', drafts.language,
    'kind', incentives.kind, 'percent', incentives.percent, 'code', incentives.code, 'validHours', incentives.valid_hours,
    'stock', drafts.brief -> 'stock', 'store', drafts.brief -> 'store') as facts`;

type SubjectFacts = Pick<
  SlotSource,
  "firstName" | "firstTitle" | "lineCount" | "brandName" | "timeZone" | "language"
> & {
  totals: CartTotals;
  discountCodes: string[];
  kind: IncentiveKind | null;
  percent: number | null;
  code: string | null;
  validHours: number | null;
  stock: { left: number }[] | null;
  store: StorePolicies | null;
};

type Found<Row> = Row & { facts: SubjectFacts };

const joined = sql`drafts
  join decisions on decisions.id = drafts.decision_id
  join enrollments on enrollments.id = decisions.enrollment_id
  join contacts on contacts.id = enrollments.contact_id
  join carts on carts.id = enrollments.cart_id
  join brands on brands.tenant_id = drafts.tenant_id
  join tenants on tenants.tenant_id = drafts.tenant_id
  join sequences on sequences.id = enrollments.sequence_id
  join sequence_versions on sequence_versions.id = enrollments.version_id
  left join incentives on incentives.id = decisions.incentive_id
  left join reviews on reviews.draft_id = drafts.id
  left join messages on messages.draft_id = drafts.id`;

/** A draft waits while it is held, has no verdict and its enrollment still runs. */
const waiting = sql`drafts.chosen and drafts.held_reason is not null and reviews.id is null and enrollments.closed_at is null`;

/** Which drafts a tab shows, by what they are sorted, and whether the earliest stand first. */
const tabs: Record<DraftTab, { where: SQL; sort: SQL; ascending: boolean }> = {
  waiting: { where: waiting, sort: sql`coalesce(drafts.review_due_at, drafts.created_at)`, ascending: true },
  sent: { where: sql`messages.status = 'sent'`, sort: sql`messages.sent_at`, ascending: false },
  decided: { where: sql`reviews.id is not null`, sort: sql`reviews.at`, ascending: false },
};

/** One tab of the queue: drafts that wait come by deadline, the others newest first. */
export async function listDrafts(
  scope: Scope,
  asked: { tab: DraftTab; after?: string; limit?: number },
): Promise<Page<DraftRow>> {
  const limit = asked.limit ?? 50;
  const after = readPosition(asked.after);
  const { where, sort, ascending } = tabs[asked.tab];
  const beyond = ascending ? sql`>` : sql`<`;
  const direction = ascending ? sql`asc` : sql`desc`;
  const found = await scope.db.execute<Found<DraftRow> & { at: string }>(sql`
    select ${columns}, (${sort})::text as at from ${joined}
    where ${where} and ${after ? sql`(${sort}, drafts.id) ${beyond} (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by ${sort} ${direction}, drafts.id ${direction} limit ${limit + 1}`);
  const { kept, next } = pageOf([...found], limit);
  return { rows: kept.map(({ at: _, ...row }) => draftOf(row)), next };
}

/** How many drafts wait for a person, and the nearest deadline. */
export async function countWaiting(scope: Scope): Promise<{ count: number; nextDueAt: string | null }> {
  const [found] = await scope.db.execute<{ count: number; next: string | null }>(sql`
    select count(*)::int as count, min(drafts.review_due_at) as next from drafts
    join decisions on decisions.id = drafts.decision_id
    join enrollments on enrollments.id = decisions.enrollment_id
    left join reviews on reviews.draft_id = drafts.id
    where ${waiting}`);
  return { count: found?.count ?? 0, nextDueAt: isoOrNull(found?.next ?? null) };
}

/** One draft in full. A draft without words was a failed attempt and has no page. */
export async function readDraft(scope: Scope, draftId: string): Promise<DraftDetail> {
  const [found] = await scope.db.execute<Found<DraftDetail>>(sql`
    select ${columns}, drafts.words, drafts.words_hash as "wordsHash", drafts.brief, drafts.findings as inspection,
      drafts.language, coalesce(sequence_versions.steps -> decisions.position ->> 'template', 'reminder') as template,
      drafts.mode, drafts.model, drafts.fallback_reason as "fallbackReason", drafts.author_id as "authorId",
      drafts.attempt, messages.status as "messageStatus", enrollments.closed_at is not null as closed,
      case when reviews.id is not null then json_build_object('verdict', reviews.verdict, 'reason', reviews.reason,
        'by', coalesce(members.name, api_keys.name, reviews.by_id), 'byPolicy', reviews.by_kind = 'policy',
        'at', reviews.at) end as review
    from ${joined}
    left join members on members.id = reviews.by_id left join api_keys on api_keys.id = reviews.by_id
    where drafts.id = ${draftId} and drafts.words is not null`);
  if (!found) throw new AppError("not_found", "There is no such draft");
  return draftOf(found);
}

/** The subject is shown filled, as the shopper will read it; the words keep their slots. */
function draftOf<Row extends DraftRow>({ facts, ...row }: Found<Row>): Omit<Found<Row>, "facts"> {
  const { reviewDueAt, createdAt, sentAt } = row;
  const subject = fillSlots(row.subject, slotFactsOf(slotSource(facts, row)));
  const instants = { reviewDueAt: isoOrNull(reviewDueAt), createdAt: iso(createdAt), sentAt: isoOrNull(sentAt) };
  return { ...row, subject, ...instants };
}

/** What the slots of a subject were filled with, or would be: stock and policies as the writer was told of them. */
function slotSource(facts: SubjectFacts, row: Pick<DraftRow, "currency" | "createdAt" | "sentAt">): SlotSource {
  const { kind, percent, code, validHours, totals, stock, store } = facts;
  const offer = kind && { kind, percent };
  const from = new Date(row.sentAt ?? row.createdAt).getTime();
  const validUntil = validHours === null ? null : new Date(from + validHours * 3_600_000);
  return {
    ...facts,
    total: { amount: totals.total - savedOn(facts, offer), currency: row.currency },
    incentive: offer && { ...offer, code, validUntil },
    stockLeft: stock?.length ? Math.min(...stock.map(({ left }) => left)) : null,
    store: store ?? { returns: null, shipping: null },
  };
}
