import { createHash } from "node:crypto";
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { normalizeAddress } from "#domain/contact.ts";
import type { SuppressionReason } from "#domain/message.ts";
import { iso } from "./instants.ts";
import { suppressions } from "./schema/contacts.ts";
import type { Scope } from "./scope.ts";

/** Addresses are looked up by hash, so that an erased person stays suppressed without being known. */
export function addressHash(address: string): string {
  return createHash("sha256")
    .update(normalizeAddress(address) ?? address)
    .digest("hex");
}

/** Ends mail to an address. The first reason stays. */
export async function suppress(
  scope: Scope,
  entry: { address: string; reason: SuppressionReason; messageId: string | null },
  now: Date,
): Promise<void> {
  const { address, reason, messageId } = entry;
  await scope.db
    .insert(suppressions)
    .values({
      tenantId: scope.tenantId,
      channel: "email",
      addressHash: addressHash(address),
      address,
      reason,
      messageId,
      at: now,
    })
    .onConflictDoNothing();
}

/** Takes back what the shopper themselves said; bounces and complaints stay. Returns whether there was anything. */
export async function takeBackUnsubscribe(scope: Scope, address: string): Promise<boolean> {
  const gone = await scope.db
    .delete(suppressions)
    .where(
      and(
        eq(suppressions.tenantId, scope.tenantId),
        eq(suppressions.channel, "email"),
        eq(suppressions.addressHash, addressHash(address)),
        eq(suppressions.reason, "unsubscribed"),
      ),
    )
    .returning({ reason: suppressions.reason });
  return gone.length > 0;
}

/** Why an address must not be written to, or null. */
export async function suppressionOf(scope: Scope, address: string): Promise<SuppressionReason | null> {
  const [row] = await scope.db
    .select({ reason: suppressions.reason })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.tenantId, scope.tenantId),
        eq(suppressions.channel, "email"),
        eq(suppressions.addressHash, addressHash(address)),
      ),
    );
  return row?.reason ?? null;
}

/** Lets an address be written to again. Returns why it was not, or null when nothing stood against it. */
export async function removeSuppression(scope: Scope, address: string): Promise<SuppressionReason | null> {
  const [gone] = await scope.db
    .delete(suppressions)
    .where(
      and(
        eq(suppressions.tenantId, scope.tenantId),
        eq(suppressions.channel, "email"),
        eq(suppressions.addressHash, addressHash(address)),
      ),
    )
    .returning({ reason: suppressions.reason });
  return gone?.reason ?? null;
}

export type SuppressedAddress = { address: string; reason: SuppressionReason; messageId: string | null; at: string };

/** Who must not be written to, page by page in an order of its own: that of the hashes. Who was erased is not named. */
export async function listSuppressions(
  scope: Scope,
  { reason, after, limit }: { reason?: SuppressionReason | undefined; after?: string | undefined; limit: number },
): Promise<{ rows: SuppressedAddress[]; next: string | null }> {
  const found = await scope.db
    .select()
    .from(suppressions)
    .where(
      and(
        ...[eq(suppressions.tenantId, scope.tenantId), eq(suppressions.channel, "email")],
        ...[isNotNull(suppressions.address), after ? gt(suppressions.addressHash, after) : undefined],
        reason ? eq(suppressions.reason, reason) : undefined,
      ),
    )
    .orderBy(asc(suppressions.addressHash))
    .limit(limit + 1);
  const kept = found.slice(0, limit);
  return {
    rows: kept.map(({ address, reason, messageId, at }) => ({
      address: address ?? "",
      reason,
      messageId,
      at: iso(at),
    })),
    next: found.length > limit ? (kept.at(-1)?.addressHash ?? null) : null,
  };
}
