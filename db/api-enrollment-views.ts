import { sql } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { CloseReason } from "#domain/enrollment.ts";
import { iso, isoOrNull } from "./instants.ts";
import { pageOf, readPosition } from "./keyset.ts";
import type { Scope } from "./scope.ts";

/** An enrollment as the API tells of it. */
export type ApiEnrollment = {
  id: string;
  sequenceId: string;
  versionId: string;
  cartId: string;
  contactId: string;
  arm: string;
  startedAt: string;
  nextDueAt: string | null;
  closedAt: string | null;
  closeReason: CloseReason | null;
};

type Which = { open?: boolean; contact?: string; cartId?: string; cursor?: string; limit?: number };

/** Enrollments, the newest first. */
export async function listApiEnrollments(
  scope: Scope,
  which: Which,
): Promise<{ data: ApiEnrollment[]; next: string | null }> {
  const { open, contact, cartId, limit = 50 } = which;
  const after = readPosition(which.cursor);
  const address = contact === undefined ? null : (normalizeAddress(contact) ?? contact);
  const rows = await scope.db.execute<ApiEnrollment & { at: string }>(sql`
    select e.id, e.sequence_id as "sequenceId", e.version_id as "versionId", e.cart_id as "cartId",
      e.contact_id as "contactId", e.arm, e.started_at as "startedAt", e.next_due_at as "nextDueAt",
      e.closed_at as "closedAt", e.close_reason as "closeReason", e.started_at::text as at
    from enrollments e
    where e.tenant_id = ${scope.tenantId}
      and ${open === undefined ? sql`true` : open ? sql`e.closed_at is null` : sql`e.closed_at is not null`}
      and ${cartId ? sql`e.cart_id = ${cartId}` : sql`true`}
      and ${address === null ? sql`true` : sql`e.contact_id = (select id from contacts where tenant_id = ${scope.tenantId} and address = ${address})`}
      and ${after ? sql`(e.started_at, e.id) < (${after.at}::timestamptz, ${after.id})` : sql`true`}
    order by e.started_at desc, e.id desc limit ${limit + 1}`);
  const { kept, next } = pageOf([...rows], limit);
  const data = kept.map(({ at: _, startedAt, nextDueAt, closedAt, ...row }) => ({
    ...row,
    ...{ startedAt: iso(startedAt), nextDueAt: isoOrNull(nextDueAt), closedAt: isoOrNull(closedAt) },
  }));
  return { data, next };
}
