import { and, eq, inArray, sql } from "drizzle-orm";
import { forgetShop } from "./known-shops.ts";
import { products, stockLevels, variants } from "./schema/catalogue.ts";
import { batchAnswers } from "./schema/public-doors.ts";
import { reconciliations, shopCredentials, signatureFailures } from "./schema/shop-health.ts";
import { shops } from "./schema/shops.ts";
import { productViews, visits } from "./schema/triggers.ts";
import type { Scope } from "./scope.ts";

/**
 * Empties a shop that asks to be forgotten: its catalogue, the keys to its API and where we stood with it. Its row stays,
 * closed, and so do its carts and orders, of which nothing but amounts is left once their people are erased.
 */
export async function emptyShop(scope: Scope, shopId: string, now: Date): Promise<void> {
  const { db, tenantId } = scope;
  const theirs = db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.tenantId, tenantId), eq(products.shopId, shopId)));
  await db.delete(variants).where(and(eq(variants.tenantId, tenantId), inArray(variants.productId, theirs)));
  await db.delete(productViews).where(
    and(
      eq(productViews.tenantId, tenantId),
      inArray(
        productViews.visitId,
        db
          .select({ id: visits.id })
          .from(visits)
          .where(and(eq(visits.tenantId, tenantId), eq(visits.shopId, shopId))),
      ),
    ),
  );
  for (const table of [visits, products, stockLevels, shopCredentials, signatureFailures, batchAnswers]) {
    await db.delete(table).where(and(eq(table.tenantId, tenantId), eq(table.shopId, shopId)));
  }
  await forgetNames(scope, shopId);
  await db
    .update(reconciliations)
    .set({ cursor: null })
    .where(and(eq(reconciliations.tenantId, tenantId), eq(reconciliations.shopId, shopId)));
  await db
    .update(shops)
    .set({ disabledAt: sql`coalesce(${shops.disabledAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(shops.tenantId, tenantId), eq(shops.id, shopId)));
  forgetShop(shopId);
}

/** Tokens and customer numbers; without any name its carts and orders are reached by nothing that is said later. */
async function forgetNames({ db, tenantId }: Scope, shopId: string): Promise<void> {
  const names = JSON.stringify(["token", "customer", "cart", "order"].map((kind) => `${kind}:${shopId}:`));
  const itsOwn = sql`exists (select from jsonb_array_elements_text(${names}::text::jsonb) as name where starts_with(key, name))`;
  await db.execute(sql`delete from cart_deletions where tenant_id = ${tenantId} and ${itsOwn}`);
  await db.execute(sql`delete from case_keys where tenant_id = ${tenantId} and (${itsOwn}
    or subject_id in (select id from carts where tenant_id = ${tenantId} and shop_id = ${shopId})
    or subject_id in (select id from orders where tenant_id = ${tenantId} and shop_id = ${shopId}))`);
}
