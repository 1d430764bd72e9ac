import { type SQL, sql } from "drizzle-orm";
import { inOrder, type TimelineEntry } from "#domain/timeline.ts";
import { iso } from "./instants.ts";
import type { Scope } from "./scope.ts";

/**
 * Everything that happened to a cart, oldest first: what came in, what was decided and why, what went out, what came
 * of it. One statement: each branch names one kind of entry and builds it as JSON in the shape of `TimelineEntry`.
 */
export async function readTimeline(scope: Scope, cartId: string): Promise<TimelineEntry[]> {
  const rows = await scope.db.execute<{ entry: TimelineEntry }>(sql`
    with enrolled as (select * from enrollments where cart_id = ${cartId}),
      decided as (select decisions.* from decisions join enrolled on enrolled.id = decisions.enrollment_id),
      drafted as (select drafts.*, decided.position from drafts join decided on decided.id = drafts.decision_id),
      sent as (select * from messages where cart_id = ${cartId}),
      ordered as (select orders.* from orders join order_carts on order_carts.order_id = orders.id where order_carts.cart_id = ${cartId})
    ${sql.join([...incoming(cartId), ...decidedAndWritten, ...sentAndCredited], sql` union all `)}`);
  return inOrder([...rows].map(({ entry }) => ({ ...entry, at: iso(entry.at) })));
}

const incoming = (cartId: string): SQL[] => [
  sql`select json_build_object('kind', 'cart_started', 'id', id, 'at', source_created_at, 'standsFor', stands_for) as entry
    from carts where id = ${cartId}`,
  sql`select json_build_object('kind', 'cart_abandoned', 'id', id, 'at', abandoned_at)
    from carts where id = ${cartId} and abandoned_at is not null`,
  sql`select json_build_object('kind', 'cart_deleted', 'id', id, 'at', deleted_at)
    from carts where id = ${cartId} and deleted_at is not null and stands_for = 'basket'`,
  sql`select * from (select json_build_object('kind', 'webhook', 'id', id, 'at', received_at, 'topic', topic,
      'outcome', outcome, 'reason', reason)
    from webhook_events where subject_id in (select ${cartId} union all select id from ordered)
    order by received_at desc limit 200) webhooks`,
];

const goesFirst = sql`case when sequences.id is not null
  then json_build_object('sequence', sequences.name, 'sequenceId', sequences.id) end`;

const decidedAndWritten: SQL[] = [
  sql`select json_build_object('kind', 'enrolled', 'id', enrolled.id, 'at', started_at, 'sequence', sequences.name,
      'sequenceId', enrolled.sequence_id, 'version', sequence_versions.number, 'arm', arm, 'holdout', arm_kind = 'holdout')
    from enrolled join sequences on sequences.id = enrolled.sequence_id
    join sequence_versions on sequence_versions.id = enrolled.version_id`,
  sql`select json_build_object('kind', 'closed', 'id', enrolled.id, 'at', closed_at, 'reason', close_reason, 'first', ${goesFirst})
    from enrolled left join sequences on sequences.id = superseded_by where closed_at is not null`,
  sql`select json_build_object('kind', 'decision', 'id', decided.id, 'at', at, 'position', position,
      'answer', decided.kind, 'reason', reason, 'until', until, 'incentive', incentives.name,
      'withheld', case when withheld.id is not null then
        json_build_object('incentive', withheld.name, 'because', withheld_because) end, 'first', ${goesFirst})
    from decided left join incentives on incentives.id = decided.incentive_id
    left join incentives withheld on withheld.id = decided.withheld_incentive_id
    left join sequences on sequences.id = decided.by_sequence_id`,
  sql`select json_build_object('kind', 'draft', 'id', id, 'at', created_at, 'position', position, 'writer', writer,
      'model', model, 'fallbackReason', fallback_reason, 'subject', words ->> 'subject',
      'findings', jsonb_array_length(findings), 'heldReason', held_reason, 'chosen', chosen)
    from drafted`,
  sql`select json_build_object('kind', 'review', 'id', reviews.id, 'at', reviews.at, 'draftId', draft_id,
      'act', reviews.kind, 'by', coalesce(members.name, api_keys.name, by_id), 'byPolicy', by_kind = 'policy', 'reason', reason)
    from reviews join drafted on drafted.id = reviews.draft_id
    left join members on members.id = reviews.by_id left join api_keys on api_keys.id = reviews.by_id`,
];

const sentAndCredited: SQL[] = [
  sql`select json_build_object('kind', 'message', 'id', id, 'at', coalesce(sent_at, created_at), 'position', position,
      'status', status, 'reason', reason, 'subject', subject, 'sentAt', sent_at,
      'until', case when status = 'queued' and reason is not null then due_at end)
    from sent`,
  sql`select json_build_object('kind', 'message_event', 'id', message_events.id, 'at', message_events.at,
      'messageId', message_id, 'report', message_events.kind)
    from message_events join sent on sent.id = message_events.message_id`,
  sql`select json_build_object('kind', 'click', 'id', click_id, 'at', touchpoints.at, 'messageId', message_id,
      'machineReason', machine_reason)
    from touchpoints join sent on sent.id = touchpoints.message_id where touchpoints.kind = 'click'`,
  sql`select json_build_object('kind', 'order', 'id', id, 'at', ordered_at, 'number', number, 'total', total,
      'currency', currency, 'status', status)
    from ordered`,
  sql`select json_build_object('kind', 'conversion', 'id', conversions.id, 'at', conversions.created_at,
      'amount', amount, 'currency', conversions.currency, 'credited', enrollment_id is not null,
      'organicReason', organic_reason, 'windowDays', window_days)
    from conversions join ordered on ordered.id = conversions.order_id where model = 'last_click'`,
];
