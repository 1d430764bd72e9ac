import { and, eq, lt, notInArray, type SQL, sql } from "drizzle-orm";
import type { ProductSnapshot, StockSnapshot, VariantSnapshot } from "#domain/product.ts";
import { newId } from "./ids.ts";
import { products, stockLevels, variants } from "./schema/catalogue.ts";
import type { Scope } from "./scope.ts";

const mostPieces = 2_147_483_647;

/** Stores a shop's word on a product; an older one never overwrites, and what is unsaid stays. Returns the product's id. */
export async function saveProduct(scope: Scope, shopId: string, said: ProductSnapshot, now: Date): Promise<string> {
  const { externalId, title, url, imageUrl, sourceUpdatedAt, deletedAt, categories = null, brand = null } = said;
  const completeAt = said.complete ? sourceUpdatedAt : null;
  const newest = sql`excluded.source_updated_at >= products.source_updated_at`;
  const kept = (column: string): SQL => {
    const [theirs, ours] = [sql.raw(`excluded.${column}`), sql.raw(`products.${column}`)];
    return sql`case when ${newest} then coalesce(${theirs}, ${ours}) else coalesce(${ours}, ${theirs}) end`;
  };
  const [row] = await scope.db
    .insert(products)
    .values({
      ...{ tenantId: scope.tenantId, id: newId("product", now), shopId, externalId, title, url, imageUrl },
      ...{ categories, brand },
      ...{ sourceUpdatedAt, deletedAt, completeAt, createdAt: now },
    })
    .onConflictDoUpdate({
      target: [products.tenantId, products.shopId, products.externalId],
      set: {
        ...{ title: kept("title"), url: kept("url"), imageUrl: kept("image_url") },
        ...{ categories: kept("categories"), brand: kept("brand") },
        deletedAt: sql`case when ${newest} then excluded.deleted_at else products.deleted_at end`,
        completeAt: sql`greatest(excluded.complete_at, products.complete_at)`,
        sourceUpdatedAt: sql`greatest(excluded.source_updated_at, products.source_updated_at)`,
      },
    })
    .returning({ id: products.id, completeAt: products.completeAt });
  if (!row) throw new Error("a product upsert returned no row");
  // A list of all variants that is newer than this word has said already which of these are gone.
  const outdated = row.completeAt !== null && row.completeAt > sourceUpdatedAt;
  for (const variant of said.variants) await saveVariant(scope, row.id, variant, { sourceUpdatedAt, outdated });
  if (said.complete) await dropOthers(scope, row.id, said);
  return row.id;
}

async function saveVariant(
  scope: Scope,
  productId: string,
  variant: VariantSnapshot,
  { sourceUpdatedAt, outdated }: { sourceUpdatedAt: Date; outdated: boolean },
): Promise<void> {
  const mine = and(
    eq(variants.tenantId, scope.tenantId),
    eq(variants.productId, productId),
    eq(variants.externalId, variant.externalId),
  );
  const facts = { ...variant, stock: pieces(variant.stock), sourceUpdatedAt };
  if (outdated) {
    await scope.db
      .update(variants)
      .set(facts)
      .where(and(mine, lt(variants.sourceUpdatedAt, sourceUpdatedAt)));
    return;
  }
  await scope.db
    .insert(variants)
    .values({ tenantId: scope.tenantId, productId, ...facts })
    .onConflictDoUpdate({
      target: [variants.tenantId, variants.productId, variants.externalId],
      set: facts,
      setWhere: sql`${variants.sourceUpdatedAt} <= excluded.source_updated_at`,
    });
}

async function dropOthers(scope: Scope, productId: string, said: ProductSnapshot): Promise<void> {
  const named = said.variants.map((variant) => variant.externalId);
  await scope.db
    .delete(variants)
    .where(
      and(
        eq(variants.tenantId, scope.tenantId),
        eq(variants.productId, productId),
        lt(variants.sourceUpdatedAt, said.sourceUpdatedAt),
        named.length > 0 ? notInArray(variants.externalId, named) : undefined,
      ),
    );
}

/** Stores a shop's word on how many pieces are left at one place; an older one never overwrites. */
export async function saveStock(scope: Scope, shopId: string, said: StockSnapshot): Promise<void> {
  const subject = said.inventoryItemId ? `item:${said.inventoryItemId}` : `variant:${said.variantExternalId ?? ""}`;
  const level = { stock: pieces(said.stock), sourceUpdatedAt: said.sourceUpdatedAt };
  await scope.db
    .insert(stockLevels)
    .values({ tenantId: scope.tenantId, shopId, subject, locationId: said.locationId ?? "", ...level })
    .onConflictDoUpdate({
      target: [stockLevels.tenantId, stockLevels.shopId, stockLevels.subject, stockLevels.locationId],
      set: level,
      setWhere: sql`${stockLevels.sourceUpdatedAt} <= excluded.source_updated_at`,
    });
}

function pieces(count: number | null): number | null {
  return count === null ? null : Math.max(-mostPieces, Math.min(mostPieces, Math.trunc(count)));
}
