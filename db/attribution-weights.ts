import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Fit } from "#domain/attribution/fitted.ts";
import type { Journey } from "#domain/attribution/journeys.ts";
import type { Touchpoint } from "#domain/attribution.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { attributionWeights } from "./schema/attribution.ts";
import { orders } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";

export type Weights = Omit<typeof attributionWeights.$inferSelect, "tenantId">;

/** The weights as fitted last, or null while they never were. */
export async function newestWeights(scope: Scope): Promise<Weights | null> {
  const [row] = await scope.db
    .select()
    .from(attributionWeights)
    .where(eq(attributionWeights.tenantId, scope.tenantId))
    .orderBy(desc(attributionWeights.computedAt), desc(attributionWeights.id))
    .limit(1);
  if (!row) return null;
  const { tenantId: _, ...weights } = row;
  return weights;
}

/** Keeps what a fit found, beside all that were found before. */
export async function saveFit(scope: Scope, fit: Fit, windowDays: number, now: Date): Promise<string> {
  const id = newId("weights", now);
  await scope.db
    .insert(attributionWeights)
    .values({ tenantId: scope.tenantId, id, windowDays, ...fit, computedAt: now });
  return id;
}

/** More clicks than this are not read: the newest stand for all. */
const mostClicks = 200_000;

type Row = Omit<Touchpoint, "kind" | "by" | "at"> & { contactId: string; at: string };

/** Persons' clicks since an instant by contact, with what these contacts ordered since. */
export async function journeysSince(scope: Scope, since: Date): Promise<Journey[]> {
  const rows = await scope.db.execute<Row>(sql`
    select t.contact_id as "contactId", t.message_id as "messageId", t.enrollment_id as "enrollmentId", t.at, m.channel, m.position
    from touchpoints t join messages m on m.tenant_id = t.tenant_id and m.id = t.message_id
    where t.tenant_id = ${scope.tenantId} and t.kind = 'click' and t.by = 'person' and t.at >= ${iso(since)}::timestamptz
    order by t.at desc limit ${mostClicks}`);
  const clicks = Map.groupBy(rows, (row) => row.contactId);
  const ordered = await ordersOf(scope, [...clicks.keys()], since);
  return [...clicks].map(([contactId, theirs]) => ({
    touches: theirs.map(({ contactId: _, at, ...touch }) => ({
      ...touch,
      kind: "click",
      by: "person",
      at: new Date(at),
    })),
    orders: ordered.get(contactId) ?? [],
  }));
}

const atOnce = 10_000;

async function ordersOf(scope: Scope, contactIds: string[], since: Date) {
  const found = new Map<string, Journey["orders"]>();
  for (let from = 0; from < contactIds.length; from += atOnce) {
    const rows = await scope.db
      .select({
        ...{ contactId: orders.contactId, total: orders.total, refunded: orders.refunded, status: orders.status },
        orderedAt: orders.orderedAt,
      })
      .from(orders)
      .where(
        and(
          ...[eq(orders.tenantId, scope.tenantId), inArray(orders.contactId, contactIds.slice(from, from + atOnce))],
          sql`${orders.orderedAt} >= ${iso(since)}::timestamptz`,
        ),
      );
    for (const row of rows) {
      if (row.contactId) found.set(row.contactId, [...(found.get(row.contactId) ?? []), row]);
    }
  }
  return found;
}
