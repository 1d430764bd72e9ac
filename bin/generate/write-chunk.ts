import { intArray, textArray } from "./chance.ts";
import type { Codes } from "./codes.ts";
import { percents } from "./draw-chunk.ts";
import { modeTickets } from "./setting.ts";
import {
  clickedAfter,
  currency,
  isModel,
  language,
  pick,
  type Spelling,
  spellingOf,
  subject,
  type Whose,
  writer,
} from "./spelling.ts";
import { writeFacts, writeUnsubscribes } from "./write-facts.ts";

/** Inserts a chunk into all tables of the path, one statement for each; the order is that of the path. */
export function writeChunk(whose: Whose, codes: Codes): string[] {
  const spelling = spellingOf(whose);
  return [
    ...writeCarts(spelling),
    ...writeMessages(spelling),
    ...writeActs(spelling),
    ...writeOrders(spelling),
    writeFacts(spelling, codes),
    ...writeUnsubscribes(spelling),
  ];
}

const line = (name: string, part: string) => `jsonb_build_object('id', '${name}', 'productId', 'p' || ${name},
  'variantId', null, 'sku', null, 'title', 'Product ' || ${name}, 'variantTitle', null, 'quantity', 1, 'unitPrice', ${part},
  'lineTotal', ${part}, 'imageUrl', null, 'url', null)`;

const lines = `case products when 1 then jsonb_build_array(${line("first", "total")})
  when 2 then jsonb_build_array(${line("first", "total - total / 3")}, ${line("second", "total / 3")})
  else jsonb_build_array(${line("first", "total - 2 * (total / 3)")}, ${line("second", "total / 3")}, ${line("third", "total / 3")}) end`;

function writeCarts({ tenant, tag, now, cart, contact, enrollment, order, shop, version }: Spelling): string[] {
  return [
    `insert into carts (tenant_id, id, shop_id, external_id, said_contact_id, contact_id, phase, currency, lines, totals, total,
        source_created_at, source_updated_at, last_activity_at, abandoned_at, ordered_at, order_id, created_at)
      select ${tenant}, ${cart}, ${shop}, hex, ${contact}, ${contact}, 'checkout', ${currency}, ${lines},
        jsonb_build_object('subtotal', total, 'discount', 0, 'shipping', null, 'tax', null, 'total', total), total,
        begun - interval '70 minutes', begun - interval '60 minutes', begun - interval '60 minutes', begun,
        case when ordered then ordered_at end, case when ordered then ${order} end, begun - interval '70 minutes'
      from generated_enrollments g`,
    `insert into enrollments (tenant_id, id, sequence_id, version_id, cart_id, contact_id, experiment_id, arm, arm_kind, cart_total,
        currency, abandoned_at, started_at, closed_at, close_reason, trigger_kind, trigger_id)
      select ${tenant}, ${enrollment}, 'seq_g${tag}' || sequence, ${version},
        ${cart}, ${contact}, 'exp_g${tag}' || sequence, (array['holdout','A','B'])[1 + arm], case arm when 0 then 'holdout' else 'variant' end,
        total, ${currency}, begun, begun, least(${now}, begun + interval '8 days'),
        case when ordered then 'ordered' else 'finished' end, 'cart_abandoned', ${cart}
      from generated_enrollments g`,
  ];
}

function writeMessages(spelling: Spelling): string[] {
  const { tenant, cart, contact, enrollment, decision, draft, message, incentive, id } = spelling;
  return [
    `insert into decisions (tenant_id, id, enrollment_id, position, ordinal, kind, incentive_id, at)
      select ${tenant}, ${decision}, ${enrollment}, p, 1, 'send', ${incentive}, sent_at from generated_messages`,
    `insert into drafts (tenant_id, id, decision_id, attempt, writer, model, words, findings, words_hash, language, chosen, mode,
        input_tokens, output_tokens, latency_ms, cost_micros, cost_currency, created_at)
      select ${tenant}, ${draft}, ${decision}, 1, ${writer}, case when ${isModel} then 'generated' end,
        jsonb_build_object('subject', ${subject}), '[]', '', ${language}, true, ${pick(textArray(modeTickets), "mode")},
        case when ${isModel} then 900 else 0 end, case when ${isModel} then 160 else 0 end, 800,
        case when ${isModel} then cost else 0 end, case when ${isModel} then 'USD' end, sent_at
      from generated_messages`,
    `insert into messages (tenant_id, id, decision_id, channel, enrollment_id, cart_id, contact_id, draft_id, position, incentive_id,
        to_address, from_address, subject, headers, status, due_at, attempts, mailer, provider_id, sent_at, created_at)
      select ${tenant}, ${message}, ${decision}, 'email', ${enrollment}, ${cart}, ${contact}, ${draft}, p, ${incentive},
        c || '@generated.example', 'shop@generated.example', ${subject}, '{}', 'sent', sent_at, 1, 'outbox',
        ${id("pro", "hex || p")}, sent_at, sent_at
      from generated_messages`,
  ];
}

function writeActs({ id, tenant, now, message, enrollment, contact }: Spelling): string[] {
  return [
    `insert into message_events (tenant_id, id, message_id, provider_event_id, kind, at)
      select ${tenant}, ${id("mev", "hex || p || sign")}, ${message}, ${id("rep", "hex || p || sign")}, kind,
        sent_at + make_interval(secs => after)
      from generated_messages cross join lateral (values
        ('d', 'delivered', delivered, 4), ('b', 'bounced', bounced and not delivered, 6),
        ('o', 'opened', opened, 900 + (seen * 60000)::int), ('c', 'complained', complained, 4000)) as report(sign, kind, came, after)
      where came`,
    `insert into touchpoints (tenant_id, click_id, message_id, enrollment_id, contact_id, kind, by, machine_reason, at)
      select ${tenant}, ${id("clk", "hex || p || sign")}, ${message}, ${enrollment}, ${contact}, 'click', by,
        case by when 'machine' then 'scanner' end, least(${now}, sent_at + make_interval(secs => after))
      from generated_messages cross join lateral (values
        ('p', 'person', clicked, ${clickedAfter}), ('m', 'machine', machine, 3)) as act(sign, by, came, after)
      where came`,
  ];
}

function writeOrders({ id, tenant, now, order, shop, contact, cart, enrollment }: Spelling): string[] {
  const percent = `(${intArray(percents)})[1 + sequence * 4 + bought_at]`;
  const off = `coalesce((total * ${percent} / 100)::bigint, 0)`;
  return [
    "drop table if exists generated_orders",
    `create temp table generated_orders as
      select g.*, ${off} as discount,
        case when returned > 0.975 then total - ${off} when returned > 0.95 then (total - ${off}) / 2 else 0 end as refunded
      from generated_enrollments g where ordered`,
    `insert into orders (tenant_id, id, shop_id, external_id, contact_id, said_contact_id, currency, lines, subtotal, discount, total,
        refunded, discount_codes, status, ordered_at, source_updated_at, created_at)
      select ${tenant}, ${order}, ${shop}, hex, ${contact}, ${contact}, ${currency}, ${lines}, total, discount, total - discount,
        refunded, case when discount > 0 then array['BACK' || ${percent}] else '{}' end,
        case when refunded = total - discount then 'refunded' else 'placed' end, ordered_at, ordered_at, ordered_at
      from generated_orders`,
    `insert into order_carts (tenant_id, order_id, cart_id) select ${tenant}, ${order}, ${cart} from generated_orders`,
    `insert into conversions (tenant_id, id, order_id, model, enrollment_id, message_id, organic_reason, amount, currency, window_days,
        ordered_at, created_at)
      select ${tenant}, ${id("cnv", "hex || model")}, ${order}, model, case when bought_at is not null then ${enrollment} end,
        case when bought_at is not null then ${id("msg", "hex || bought_at")} end, case when bought_at is null then 'no_click' end,
        case when bought_at is null then 0 else total - discount - refunded end, ${currency}, 7, ordered_at, ${now}
      from generated_orders cross join unnest(array['last_click', 'first_click']) as model`,
  ];
}
