import { sql } from "drizzle-orm";
import { currentTime } from "#db/clock.ts";
import { countCarts } from "#db/dry-run-carts.ts";
import { readDryRun } from "#db/dry-run-views.ts";
import { startDryRun } from "#db/dry-runs.ts";
import { walkableGraph } from "#db/replay-plans.ts";
import { withScope } from "#db/scope.ts";
import { publishAsVersion } from "#db/sequences.ts";
import type { Condition } from "#domain/condition.ts";
import { messagesAsSteps } from "#domain/sequence/walk-order.ts";
import type { GraphStep, MessageStep, SequenceGraph } from "#domain/sequence-graph.ts";
import { replayPage } from "#inngest/replay-page.ts";
import { createLadderTenant, type TestTenant } from "#inngest/testing/tenant.ts";

export type DryRunFigures = { carts: number; messages: number; seconds: number; cpuSeconds: number };

const carts = 100_000;
/** A fifth of the people comes with a second cart. */
const people = 80_000;
/** One statement for all would run into the time that a statement has. */
const perInsert = 10_000;

const message = (id: string, next: string | null, change: Partial<MessageStep> = {}): MessageStep => ({
  ...{ id, kind: "message", next, channel: "email", purpose: "reminder", template: "reminder" },
  ...{ offer: { kind: "none" }, oversight: null, resendOf: null, ...change },
});
const wait = (id: string, minutes: number, next: string): GraphStep => ({
  ...{ id, kind: "wait", minutes, from: "entry", next },
});
const above: Condition = {
  ...{ kind: "test", field: "cart.value", op: "gt" },
  value: { amount: 9_000, currency: "EUR" },
};
const returning: Condition = { kind: "test", field: "customer.orders", op: "gt", value: 0 };

/** Four messages, two splits, a morning hour and a wait for something that does not come: what a full sequence asks. */
const graph: SequenceGraph = {
  ...{ version: 2, trigger: { kind: "cart_abandoned" }, entry: null, exits: [{ kind: "order" }], start: "first-wait" },
  steps: [
    wait("first-wait", 120, "first"),
    message("first", "opened"),
    {
      ...{ id: "opened", kind: "wait_for_event", event: "message_opened", ofStep: "first", timeoutMinutes: 1_440 },
      ...{ came: "worth", timedOut: "worth" },
    },
    { id: "worth", kind: "split", when: above, yes: "offer", no: "known" },
    message("offer", "nine", { purpose: "incentive", offer: { kind: "rules" } }),
    { id: "known", kind: "split", when: returning, yes: "mark", no: "help" },
    message("help", "nine", { purpose: "help" }),
    { id: "mark", kind: "tag", tag: "returning", act: "add", next: "nine" },
    { id: "nine", kind: "wait_until", weekdays: [], hour: 9, minute: 0, next: "last" },
    message("last", null, { purpose: "last_chance" }),
  ],
};

/**
 * A month of carts walked through a sequence without sending, rows to kept result, page by page as the job does. `analyze` lets
 * the planner know of the rows, as in a shop that did not come about in a second.
 */
export async function benchDryRun(analyze: () => Promise<unknown>): Promise<DryRunFigures> {
  const now = await currentTime();
  const tenant = await createLadderTenant(now, { holdoutShare: 10 });
  await fill(tenant, now);
  await analyze();
  const period = { from: new Date(now.getTime() - 30 * 86_400_000), to: now };
  const id = await withScope(tenant.tenantId, async (scope) => {
    const plan = { sequenceId: tenant.sequenceId, steps: messagesAsSteps(graph), graph };
    const { versionId } = await publishAsVersion(scope, plan, null, now);
    const walked = await walkableGraph(scope, tenant.sequenceId, versionId);
    const { abandoned } = await countCarts(scope, period);
    const asked = { sequenceId: tenant.sequenceId, versionId, graph: walked.graph, period, carts: abandoned };
    return startDryRun(scope, asked, null, now);
  });
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  while (await replayPage(tenant.tenantId, id, now));
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  const { tally } = await withScope(tenant.tenantId, (scope) => readDryRun(scope, id));
  if (tally.carts !== carts) throw new Error(`${tally.carts} of ${carts} carts were walked`);
  return {
    carts,
    messages: Object.values(tally.sends).reduce((sum, one) => sum + one, 0),
    seconds: Math.round(seconds * 10) / 10,
    cpuSeconds: Math.round((cpu.user + cpu.system) / 100_000) / 10,
  };
}

/** People in eight countries with consents, a quarter of them with orders of before, a tenth with one after. */
async function fill({ tenantId, shopId }: TestTenant, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const left = sql`${at} - make_interval(mins => 60 + (g * 37) % 43000)`;
  await withScope(tenantId, async ({ db }) => {
    await db.execute(sql`insert into contacts (tenant_id, id, address, country, language, source_updated_at, created_at)
      select ${tenantId}, 'con_bench' || lpad(g::text, 6, '0'), 'bench' || g || '@example.com',
        (array['DE','FR','NO','US','GB','JP','BR','PL'])[1 + g % 8], 'en', ${at}, ${at} from generate_series(1, ${people}::int) g`);
    await db.execute(sql`insert into consents (tenant_id, id, contact_id, channel, state, source, at)
      select ${tenantId}, 'cns_bench' || g, 'con_bench' || lpad(g::text, 6, '0'), 'email',
        case when g % 50 = 0 then 'withdrawn' else 'granted' end, 'bench', ${at} - interval '90 days'
      from generate_series(1, ${people}::int) g`);
    for (let from = 0; from < carts; from += perInsert)
      await db.execute(sql`insert into carts (tenant_id, id, shop_id, external_id, phase, currency, lines, totals, total,
        source_created_at, source_updated_at, last_activity_at, contact_id, abandoned_at, created_at)
      select ${tenantId}, 'cart_bench' || g, ${shopId}, 'bench-' || g, 'checkout', 'EUR', basket.lines,
        jsonb_build_object('subtotal', total, 'discount', 0, 'shipping', 490, 'tax', null, 'total', total), total,
        ${left} - interval '2 hours', ${left} - interval '1 hour', ${left} - interval '1 hour',
        'con_bench' || lpad((1 + g % ${people}::int)::text, 6, '0'), ${left}, ${left}
      from generate_series(${from}::int + 1, ${from + perInsert}::int) g
      cross join lateral (select 3000 + (g * 101) % 15000 as total) worth
      cross join lateral (select jsonb_agg(jsonb_build_object('id', 'l' || n, 'productId', 'p' || (g * n) % 900,
        'variantId', null, 'sku', null, 'title', 'A thing of middling length', 'variantTitle', null, 'quantity', 1,
        'unitPrice', 3000, 'lineTotal', 3000, 'imageUrl', 'https://shop.example/pictures/' || n, 'url', null)) as lines
        from generate_series(1, 1 + g % 3) n) basket`);
    await db.execute(sql`insert into orders (tenant_id, id, shop_id, external_id, contact_id, currency, lines, subtotal,
        discount, total, refunded, status, ordered_at, source_updated_at, created_at)
      select ${tenantId}, 'ord_bench' || g, ${shopId}, 'bench-' || g, 'con_bench' || lpad((1 + (g * 3) % ${people}::int)::text, 6, '0'),
        'EUR', '[]', 8000, 0, 8000, 0, 'placed', ${at} - make_interval(mins => (g * 53) % 129600), ${at}, ${at}
      from generate_series(1, 30000) g`);
  });
}
