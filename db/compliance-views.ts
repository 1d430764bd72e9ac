import { and, desc, eq, lt, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { Page } from "#domain/rows.ts";
import type { ComplianceRow } from "#domain/webhook-log.ts";
import { iso, isoOrNull } from "./instants.ts";
import { complianceRequests, shops } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

/** Demands under data-protection law, newest first; `after` is the id of the last row of the page before. */
export async function listCompliance(
  scope: Scope,
  page: { after?: string; limit?: number },
): Promise<Page<ComplianceRow>> {
  const limit = page.limit ?? 50;
  const found = await scope.db
    .select({
      id: complianceRequests.id,
      shopId: complianceRequests.shopId,
      shopName: shops.name,
      request: complianceRequests.request,
      reference: complianceRequests.reference,
      receivedAt: complianceRequests.receivedAt,
      completedAt: complianceRequests.completedAt,
      exported: sql<boolean>`${complianceRequests.exportJson} is not null`,
    })
    .from(complianceRequests)
    .leftJoin(shops, and(eq(shops.tenantId, complianceRequests.tenantId), eq(shops.id, complianceRequests.shopId)))
    .where(
      and(
        eq(complianceRequests.tenantId, scope.tenantId),
        page.after ? lt(complianceRequests.id, page.after) : undefined,
      ),
    )
    .orderBy(desc(complianceRequests.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(({ shopId, shopName, receivedAt, completedAt, ...row }) => ({
    ...row,
    shop: { id: shopId, name: shopName ?? shopId },
    receivedAt: iso(receivedAt),
    completedAt: isoOrNull(completedAt),
  }));
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** The file that answers a demand for a person's data. */
export async function readExport(scope: Scope, id: string): Promise<string> {
  const [found] = await scope.db
    .select({ exportJson: complianceRequests.exportJson })
    .from(complianceRequests)
    .where(and(eq(complianceRequests.tenantId, scope.tenantId), eq(complianceRequests.id, id)));
  if (!found?.exportJson) throw new AppError("not_found", "There is no such export, or the person was erased since");
  return found.exportJson;
}
