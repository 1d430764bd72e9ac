import { and, eq, notInArray, sql } from "drizzle-orm";
import { type AttributionModel, attributionModels, type Credit } from "#domain/attribution.ts";
import { newId } from "./ids.ts";
import { tellRecovered } from "./outgoing-facts.ts";
import { conversions } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";

type Credited = { id: string; currency: string; orderedAt: Date };
type Given = { credits: Record<AttributionModel, Credit>; attributionDays: number; weightsId: string | null };

/**
 * Stores the credit of an order under every model, in place of what was stored: a row that stays keeps its id and its
 * instant. The caller holds the order's row.
 */
export async function saveCredits(scope: Scope, order: Credited, given: Given, now: Date): Promise<void> {
  const { db, tenantId } = scope;
  const ours = and(eq(conversions.tenantId, tenantId), eq(conversions.orderId, order.id));
  const stored = await db.select().from(conversions).where(ours);
  const nameOf = (row: { model: string; messageId: string | null }) => `${row.model} ${row.messageId}`;
  const before = new Map(stored.map((row) => [nameOf(row), row]));
  const rows = conversionRows(order, given).map((row) => {
    const { id = newId("conversion", now), createdAt = now } = before.get(nameOf(row)) ?? {};
    return { tenantId, id, ...row, createdAt };
  });
  const first = stored.some(byClick) ? undefined : rows.find(byClick);
  const kept = rows.map(({ id }) => id);
  await db.delete(conversions).where(and(ours, notInArray(conversions.id, kept)));
  await db
    .insert(conversions)
    .values(rows)
    .onConflictDoUpdate({
      target: [conversions.tenantId, conversions.id],
      set: {
        enrollmentId: sql`excluded.enrollment_id`,
        organicReason: sql`excluded.organic_reason`,
        amount: sql`excluded.amount`,
        share: sql`excluded.share`,
        fallback: sql`excluded.fallback`,
        weightsId: sql`excluded.weights_id`,
        currency: sql`excluded.currency`,
        windowDays: sql`excluded.window_days`,
        orderedAt: sql`excluded.ordered_at`,
      },
    });
  const { enrollmentId, messageId, amount: credited } = first ?? {};
  if (enrollmentId && messageId && credited !== undefined)
    await tellRecovered(scope, { orderId: order.id, enrollmentId, messageId, credited }, now);
}

/** The credit by which an order counts as recovered for others. */
const byClick = (row: { model: string; messageId: string | null }) =>
  row.model === "last_click" && row.messageId !== null;

export type ConversionRow = Omit<typeof conversions.$inferSelect, "tenantId" | "id" | "createdAt">;

/** The rows of an order's credit, without their ids: one for each message of each model, or the reason for none. */
export function conversionRows({ id: orderId, currency, orderedAt }: Credited, given: Given): ConversionRow[] {
  return attributionModels.flatMap((model): ConversionRow[] => {
    const credit = given.credits[model];
    const whole = { orderId, model, currency, orderedAt };
    if (credit.kind === "organic") {
      const nobody = { enrollmentId: null, messageId: null, amount: 0, share: 1, fallback: null, weightsId: null };
      return [{ ...whole, ...nobody, organicReason: credit.reason, windowDays: given.attributionDays }];
    }
    const { parts, fallback } = credit;
    const isFitted = model === "markov" || model === "shapley";
    const weightsId = isFitted && fallback === null ? given.weightsId : null;
    return parts.map((part) => ({ ...whole, ...part, organicReason: null, fallback, weightsId }));
  });
}
