import fc from "fast-check";
import { workerSql } from "../connections.ts";

/** One thing that happens to one of a few messages, orders and enrollments; `late` is hours after the first instant. */
export type Happening = { kind: (typeof kinds)[number]; place: number; late: number; amount: number };

const kinds = [
  ...[
    "enroll",
    "enroll",
    "send",
    "send",
    "deliver",
    "open",
    "prefetch",
    "click",
    "machine",
    "judge",
    "bounce",
    "complain",
  ],
  ...["unsubscribe", "resubscribe", "credit", "refund", "uncredit", "order", "cancel", "draft", "return", "move"],
] as const;

export const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    place: fc.integer({ min: 0, max: 5 }),
    late: fc.integer({ min: 0, max: 24 * 45 }),
    amount: fc.integer({ min: 0, max: 90_000 }),
  }),
  { minLength: 10, maxLength: 60, size: "max" },
);

// The night when Berlin's clocks go back lies in these weeks.
const start = Date.parse("2026-10-10T22:30:00Z");
let once = 0;

/**
 * Writes what happened as the path would: each fact by its own statement, some of them doubled. A contact has two carts, so
 * that its first enrollment is not its only one.
 */
export async function happen(tenant: string, one: Happening): Promise<void> {
  const sql = workerSql();
  const tenantId = `ten_${tenant}`;
  const { place, amount } = one;
  const at = new Date(start + one.late * 3_600_000).toISOString();
  const [enr, msg, cart, ord] = ["enr", "msg", "cart", "ord"].map((prefix) => `${prefix}_${tenant}_${place}`);
  const contact = `con_${tenant}_${place % 3}`;
  const currency = place % 2 === 0 ? "EUR" : "PLN";
  const key = `${tenant}_${once++}`;
  const touch = (kind: string, by: string) => sql`
    insert into touchpoints (tenant_id, click_id, message_id, enrollment_id, contact_id, kind, by, at)
    values (${tenantId}, ${`clk_${key}`}, ${msg ?? ""}, ${enr ?? ""}, ${contact}, ${kind}, ${by}, ${at})`;
  const report = (kind: string) => sql`
    insert into message_events (tenant_id, id, message_id, provider_event_id, kind, at)
    values (${tenantId}, ${`mev_${key}`}, ${msg ?? ""}, ${`p_${key}`}, ${kind}, ${at})`;
  const acts: Record<Happening["kind"], () => Promise<unknown>> = {
    enroll: () => sql`
      insert into enrollments (tenant_id, id, sequence_id, version_id, cart_id, contact_id, arm, arm_kind, cart_total, currency,
        abandoned_at, started_at, trigger_kind, trigger_id)
      values (${tenantId}, ${enr ?? ""}, ${`seq_${tenant}`}, ${`ver_${tenant}`}, ${cart ?? ""}, ${contact}, ${place === 5 ? "holdout" : "variant"},
        ${place === 5 ? "holdout" : "variant"}, ${amount}, ${currency}, ${at}, ${at}, 'cart_abandoned', ${cart ?? ""}) on conflict do nothing`,
    send: async () => {
      const [enrolled] = await sql`select 1 from enrollments where tenant_id = ${tenantId} and id = ${enr ?? ""}`;
      if (!enrolled) return;
      await sql`
        insert into messages (tenant_id, id, decision_id, channel, enrollment_id, cart_id, contact_id, draft_id, position, to_address,
          from_address, subject, headers, status, due_at, sent_at, created_at)
        values (${tenantId}, ${msg ?? ""}, ${`dec_${msg}`}, 'email', ${enr ?? ""}, ${cart ?? ""}, ${contact}, ${`drf_${msg}`}, ${place % 3},
          ${`${contact}@example.com`}, 'shop@example.com', 'Hello', '{}', 'queued', ${at}, null, ${at}) on conflict do nothing`;
      await sql`update messages set status = 'sent', sent_at = ${at} where tenant_id = ${tenantId} and id = ${msg ?? ""} and status = 'queued'`;
    },
    deliver: () => report("delivered"),
    open: () => touch("open", "person"),
    prefetch: () => report("opened").then(() => touch("open", "machine")),
    bounce: () => report("bounced"),
    complain: () => report("complained"),
    click: () => touch("click", "person"),
    machine: () => touch("click", "machine"),
    judge: () => sql`update touchpoints set by = 'machine' where tenant_id = ${tenantId} and message_id = ${msg ?? ""}`,
    unsubscribe: () => sql`
      insert into suppressions (tenant_id, channel, address_hash, reason, message_id, at)
      values (${tenantId}, 'email', ${`hash ${place}`}, 'unsubscribed', ${msg ?? ""}, ${at}) on conflict do nothing`,
    resubscribe: () =>
      sql`delete from suppressions where tenant_id = ${tenantId} and address_hash = ${`hash ${place}`}`,
    credit: () => sql`
      insert into conversions (tenant_id, id, order_id, model, enrollment_id, message_id, amount, currency, window_days, ordered_at, created_at)
      select ${tenantId}, ${`cnv_${key}`} || model, ${ord ?? ""}, model, ${enr ?? ""}, ${msg ?? ""}, ${amount}, ${currency}, 7, ${at}, ${at}
      from unnest(array['last_click', 'linear']) as model on conflict do nothing`,
    refund: () =>
      sql`update conversions set amount = amount / 2 where tenant_id = ${tenantId} and order_id = ${ord ?? ""}`,
    uncredit: () => sql`delete from conversions where tenant_id = ${tenantId} and order_id = ${ord ?? ""}`,
    order: () => order(one, { tenant, at, currency, contact }),
    cancel: () => sql`update orders set status = 'cancelled' where tenant_id = ${tenantId} and id = ${ord ?? ""}`,
    return: () =>
      sql`update orders set refunded = least(total, ${amount}) where tenant_id = ${tenantId} and id = ${ord ?? ""}`,
    move: () => move(one, tenant),
    draft: () => sql`
      insert into drafts (tenant_id, id, decision_id, attempt, writer, model, findings, words_hash, language, chosen, mode, input_tokens,
        output_tokens, latency_ms, cost_micros, cost_currency, created_at)
      values (${tenantId}, ${`drf_${msg}`}, ${`dec_${msg}`}, 1, 'language_model', 'm', '[]', 'h', ${place > 2 ? "de" : "pl"}, true, 'autonomous',
        ${amount}, 1, 1, ${amount}, ${place % 3 === 0 ? "USD" : currency}, ${at}) on conflict do nothing`,
  };
  await acts[one.kind]();
}

type Placed = { tenant: string; at: string; currency: string; contact: string };

async function order({ place, amount }: Happening, { tenant, at, currency, contact }: Placed): Promise<void> {
  const sql = workerSql();
  const tenantId = `ten_${tenant}`;
  const [ord, cart] = [`ord_${tenant}_${place}`, `cart_${tenant}_${place}`];
  await sql`
    insert into orders (tenant_id, id, shop_id, external_id, contact_id, currency, lines, subtotal, discount, total, refunded, status,
      ordered_at, source_updated_at, created_at)
    values (${tenantId}, ${ord}, ${`shop_${tenant}`}, ${ord}, ${contact}, ${currency}, '[]', ${amount}, 0, ${amount}, 0, 'placed',
      ${at}, ${at}, ${at})
    on conflict do nothing`;
  await sql`insert into order_carts (tenant_id, order_id, cart_id) values (${tenantId}, ${ord}, ${cart}) on conflict do nothing`;
}

/** To another version, and to another of the contacts. */
const move = ({ place, amount }: Happening, tenant: string) => workerSql()`
  update enrollments set version_id = ${`ver_${tenant}_2`}, contact_id = ${`con_${tenant}_${amount % 3}`}
  where tenant_id = ${`ten_${tenant}`} and id = ${`enr_${tenant}_${place}`}`;
