import { z } from "zod";
import type { ShopEvent, Translation } from "#domain/shop-event.ts";
import type { Connection, Reconciled, TranslateRequest } from "../platform.ts";
import { PlatformFault } from "../platform-api.ts";
import { maxLines } from "../shapes.ts";
import { type Admin, adminOf, TooCostly } from "./admin.ts";
import { translateCheckout } from "./carts.ts";
import { checkoutJson, checkoutNode, linePage, nodePage, orderJson, orderNode } from "./nodes.ts";
import { translateOrder } from "./orders.ts";
import { checkoutsQuery, linesQuery, ordersQuery } from "./queries.ts";

const dayMs = 86_400_000;
/** Shopify's search index lags behind its shop, so that each look begins a little before the last one. */
const overlapMs = 5 * 60_000;
const pageSize = 25;
const lineCount = 50;

const stored = z.object({
  since: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  stage: z.enum(["checkouts", "orders"]),
  after: z.string().nullable(),
});
type Cursor = z.infer<typeof stored>;

/** One page of checkouts, then of orders, that were updated since the cursor; the first look goes back three days. */
export async function reconcile(connection: Connection, cursor: string | null, now: Date): Promise<Reconciled> {
  const from = cursorFrom(cursor, now);
  const admin = await adminOf(connection);
  const query = `updated_at:>='${from.since}'`;
  const request = { topic: from.stage, body: new Uint8Array(), shopCurrency: connection.currency, receivedAt: now };
  const { events, next } = await pageOf(admin, { ...from, query }, request);
  if (next) return { events, cursor: JSON.stringify({ ...from, after: next }), more: true };
  if (from.stage === "checkouts") {
    return { events, cursor: JSON.stringify({ ...from, stage: "orders", after: null }), more: true };
  }
  return {
    events,
    cursor: JSON.stringify(beginning(new Date(Date.parse(from.startedAt) - overlapMs), now)),
    more: false,
  };
}

function cursorFrom(text: string | null, now: Date): Cursor {
  const beginAnew = beginning(new Date(now.getTime() - 3 * dayMs), now);
  if (text === null) return beginAnew;
  try {
    const parsed = stored.safeParse(JSON.parse(text));
    if (!parsed.success) return beginAnew;
    // A finished look is followed by one that starts now.
    return parsed.data.stage === "checkouts" && parsed.data.after === null
      ? { ...parsed.data, startedAt: now.toISOString() }
      : parsed.data;
  } catch {
    return beginAnew;
  }
}

function beginning(since: Date, now: Date): Cursor {
  return { since: since.toISOString(), startedAt: now.toISOString(), stage: "checkouts", after: null };
}

type Asked = { stage: Cursor["stage"]; after: string | null; query: string };
type Page = { events: ShopEvent[]; next: string | null };

async function pageOf(admin: Admin, asked: Asked, request: TranslateRequest): Promise<Page> {
  for (let first = pageSize; first >= 1; first = Math.floor(first / 3)) {
    const variables = { first, lines: lineCount, after: asked.after, query: asked.query };
    try {
      return asked.stage === "checkouts"
        ? await checkoutsPage(admin, variables, request)
        : await ordersPage(admin, variables, request);
    } catch (fault) {
      if (!(fault instanceof TooCostly)) throw fault;
    }
  }
  throw new PlatformFault("refused");
}

async function checkoutsPage(admin: Admin, variables: object, request: TranslateRequest): Promise<Page> {
  const { page } = await admin.ask({ query: checkoutsQuery, variables, shape: nodePage(checkoutNode) });
  const events: ShopEvent[] = [];
  for (const node of page.nodes) {
    events.push(...eventsOf(translateCheckout(checkoutJson(await withAllLines(admin, node)), request)));
  }
  return { events, next: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null };
}

async function ordersPage(admin: Admin, variables: object, request: TranslateRequest): Promise<Page> {
  const { page } = await admin.ask({ query: ordersQuery, variables, shape: nodePage(orderNode) });
  const events: ShopEvent[] = [];
  for (const node of page.nodes) {
    events.push(...eventsOf(translateOrder(orderJson(await withAllLines(admin, node)), request)));
  }
  return { events, next: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null };
}

const moreLines = z.object({ node: z.object({ lineItems: linePage }).nullable() });

/** A cart told with some of its lines only would lose the others. */
async function withAllLines<T extends { id: string; lineItems: z.infer<typeof linePage> }>(
  admin: Admin,
  node: T,
): Promise<T> {
  const nodes = [...node.lineItems.nodes];
  let { pageInfo } = node.lineItems;
  while (pageInfo.hasNextPage && pageInfo.endCursor && nodes.length <= maxLines) {
    const variables = { id: node.id, lines: 100, after: pageInfo.endCursor };
    const rest = await admin.ask({ query: linesQuery, variables, shape: moreLines });
    if (!rest.node) break;
    nodes.push(...rest.node.lineItems.nodes);
    pageInfo = rest.node.lineItems.pageInfo;
  }
  return { ...node, lineItems: { nodes, pageInfo } };
}

/** What cannot be read is left out: the webhook of the same cart keeps the named outcome. */
function eventsOf(translation: Translation): ShopEvent[] {
  return translation.kind === "events" ? translation.events : [];
}
