import { and, eq, sql } from "drizzle-orm";
import { type CartSnapshot, soundBasket } from "#domain/cart.ts";
import { normalizeAddress } from "#domain/contact.ts";
import type { EnrollmentRefusal } from "#domain/enrollment.ts";
import { soundTime } from "#domain/sound-time.ts";
import { keysOf, tokenKey } from "./case-keys.ts";
import { addAllKeys, lockCases, settle, settleAll } from "./cases.ts";
import { type ClaimedPerson, claimContacts } from "./claims.ts";
import { nobody, upsertContacts } from "./contacts.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { rounds } from "./rounds.ts";
import { rowsOf } from "./rows-of.ts";
import { carts } from "./schema/carts.ts";
import type { Scope } from "./scope.ts";
import { newestOf, stampOf } from "./stamps.ts";

export type Cart = typeof carts.$inferSelect;

export type SavedCart = { cartId: string; closedEnrollmentIds: string[] };

/**
 * Stores a platform's word on a cart; an older source time never overwrites a newer one. What follows for the person's
 * other carts and orders is settled in the same transaction: the end is the same for every order of words.
 */
export async function saveCart(scope: Scope, shopId: string, said: CartSnapshot, now: Date): Promise<SavedCart> {
  const { cartIds, closedEnrollmentIds } = await saveCarts(scope, [{ shopId, said }], now);
  const [cartId] = cartIds;
  if (!cartId) throw new Error("a cart upsert returned no row");
  return { cartId, closedEnrollmentIds };
}

export type CartWord = { shopId: string; said: CartSnapshot };

/** The same for many words at once, in few statements; the ids stand in the order of the words. */
export async function saveCarts(
  scope: Scope,
  words: CartWord[],
  now: Date,
): Promise<{ cartIds: string[]; closedEnrollmentIds: string[] }> {
  if (words.length === 0) return { cartIds: [], closedEnrollmentIds: [] };
  const named = words.map((word) => ({ ...word, keys: cartKeys(word) }));
  await lockCases(scope);
  const contactIds = await upsertContacts(scope, named.map(personOf), now);
  const claimedIds = await claimContacts(scope, named.map(claimedPersonOf), now);
  const placed = named.map((word, index) => ({ ...word, contactId: contactIds[index] ?? claimedIds[index] ?? null }));
  const cartIds = await upsertCarts(scope, placed, now);
  const subjects = named.map((word, index) => ({ subjectId: cartIds[index] ?? "", keys: word.keys }));
  await addAllKeys(scope, subjects);
  for (const { shopId, said } of words) {
    if (said.deletedAt) await recordDeletion(scope, [ownKey(shopId, said)], soundTime(said.deletedAt, now));
  }
  const keysOfEach = named.map((word) => word.keys);
  return { cartIds, closedEnrollmentIds: await settleAll(scope, keysOfEach, now) };
}

const ownKey = (shopId: string, said: CartSnapshot) => `cart:${shopId}:${said.externalId}`;

/**
 * A browser's word is found by its basket's token alone, so that nobody reaches another's carts by an address. Without
 * any name it may still be one that had names when it was said before; a deletion names it by its own.
 */
function cartKeys({ shopId, said }: CartWord): string[] {
  if (said.claim) return keysOf(shopId, said.tokens, null);
  const keys = keysOf(shopId, said.tokens, said.contact);
  return said.deletedAt || keys.length === 0 ? [...keys, ownKey(shopId, said)] : keys;
}

function personOf({ shopId, said }: CartWord) {
  const source = { shopId, sourceUpdatedAt: said.sourceUpdatedAt, consentSource: `shop ${shopId}` };
  return { said: (said.claim ? null : said.contact) ?? nobody, source };
}

function claimedPersonOf({ shopId, said }: CartWord): ClaimedPerson {
  const source = `browser ${shopId}`;
  return { said: (said.claim ? said.contact : null) ?? nobody, source, at: said.sourceUpdatedAt };
}

const newestFields = newestOf("carts", {
  basket: {
    currency: "currency",
    lines: "lines",
    totals: "totals",
    total: "total",
    discountCodes: "discount_codes",
  },
  recoveryUrl: { recoveryUrl: "recovery_url", recoveryExpiresAt: "recovery_expires_at" },
  contact: { saidContactId: "said_contact_id" },
  customer: { customerExternalId: "customer_external_id" },
  device: { device: "device" },
});

async function upsertCarts(
  scope: Scope,
  words: (CartWord & { contactId: string | null })[],
  now: Date,
): Promise<string[]> {
  const nameOf = (shopId: string, externalId: string) => `${shopId} ${externalId}`;
  const ids = new Map<string, string>();
  for (const round of rounds(words, (word) => nameOf(word.shopId, word.said.externalId))) {
    for (const row of await upsertRows(scope, round, now)) ids.set(nameOf(row.shopId, row.externalId), row.id);
  }
  return words.map(({ shopId, said }) => {
    const id = ids.get(nameOf(shopId, said.externalId));
    if (!id) throw new Error("a cart upsert returned no row");
    return id;
  });
}

function upsertRows(
  scope: Scope,
  words: (CartWord & { contactId: string | null })[],
  now: Date,
): Promise<{ id: string; shopId: string; externalId: string }[]> {
  const rows = words.map(({ shopId, said, contactId }) => {
    const facts = factsOf(said, now);
    return {
      ...{ tenantId: scope.tenantId, id: newId("cart", now), shopId, contactId, saidContactId: contactId },
      ...{ ...facts, orderedAt: facts.completedAt, standsFor: "basket" as const, createdAt: now },
    };
  });
  return scope.db
    .insert(carts)
    .select(rowsOf(carts, rows))
    .onConflictDoUpdate({
      target: [carts.tenantId, carts.shopId, carts.externalId],
      set: {
        ...newestFields,
        phase: sql`case when 'checkout' in (excluded.phase, carts.phase) then 'checkout' else 'cart' end`,
        sourceCreatedAt: sql`least(excluded.source_created_at, carts.source_created_at)`,
        sourceUpdatedAt: sql`greatest(excluded.source_updated_at, carts.source_updated_at)`,
        lastActivityAt: sql`greatest(excluded.last_activity_at, carts.last_activity_at)`,
        completedAt: sql`least(excluded.completed_at, carts.completed_at)`,
      },
    })
    .returning({ id: carts.id, shopId: carts.shopId, externalId: carts.externalId });
}

function factsOf(said: CartSnapshot, now: Date) {
  const { externalId, phase, currency, discountCodes, recoveryUrl, contact } = said;
  const { lines, totals } = soundBasket(said);
  const at = soundTime(said.sourceUpdatedAt, now);
  // Of two words of one time a checkout's is the fuller: it knows discounts and shipping.
  const rank = phase === "checkout" ? 1 : 0;
  const stamps: Record<string, string> = {};
  if (!said.claim || said.claim === "basket")
    stamps.basket = stampOf(at, [currency, lines, totals, discountCodes], rank);
  if (recoveryUrl) stamps.recoveryUrl = stampOf(at, [recoveryUrl, said.recoveryExpiresAt ?? null], rank);
  const address = contact?.email ? normalizeAddress(contact.email) : null;
  if (address) stamps.contact = stampOf(at, address, rank);
  if (contact?.externalId) stamps.customer = stampOf(at, contact.externalId, rank);
  if (said.device) stamps.device = stampOf(at, said.device, rank);
  return {
    ...{ externalId, phase, currency, lines, totals, discountCodes, recoveryUrl, stamps, total: totals.total },
    customerExternalId: contact?.externalId ?? null,
    device: said.device ?? null,
    claimed: said.claim !== undefined,
    recoveryExpiresAt: recoveryUrl ? (said.recoveryExpiresAt ?? null) : null,
    sourceCreatedAt: earlier(soundTime(said.sourceCreatedAt, now), at),
    sourceUpdatedAt: at,
    // A shop whose clock runs ahead must not keep its carts from ever counting as quiet.
    lastActivityAt: earlier(at, now),
    completedAt: said.completedAt && soundTime(said.completedAt, now),
  };
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

async function recordDeletion({ db, tenantId }: Scope, keys: string[], at: Date): Promise<void> {
  await db.execute(sql`insert into cart_deletions (tenant_id, key, deleted_at)
    select ${tenantId}, key, ${iso(at)}::timestamptz from jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb) as key
    on conflict (tenant_id, key) do update set deleted_at = greatest(excluded.deleted_at, cart_deletions.deleted_at)`);
}

export type DeletedCart = { cartId: string | null; closedEnrollmentIds: string[] };

/**
 * Marks what any of the tokens names as deleted by the shop, now or once it is known; a newer word on the cart revives
 * it. `cartId` is null while we know none.
 */
export async function deleteCart(
  scope: Scope,
  gone: { shopId: string; tokens: string[]; deletedAt: Date },
  now: Date,
): Promise<DeletedCart> {
  const keys = [...new Set(gone.tokens.map((token) => tokenKey(gone.shopId, token)))].sort();
  if (keys.length === 0) return { cartId: null, closedEnrollmentIds: [] };
  await lockCases(scope);
  await recordDeletion(scope, keys, soundTime(gone.deletedAt, now));
  const closedEnrollmentIds = await settle(scope, keys, now);
  const [named] = await scope.db.execute<{ id: string }>(sql`
    select id from carts where tenant_id = ${scope.tenantId} and id in (select subject_id from case_keys
      where tenant_id = ${scope.tenantId} and key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb)))
    order by id limit 1`);
  return { cartId: named?.id ?? null, closedEnrollmentIds };
}

/** Says on the cart why it entered no sequence. */
export async function recordEnrollmentRefusal(scope: Scope, cartId: string, refusal: EnrollmentRefusal): Promise<void> {
  await scope.db
    .update(carts)
    .set({ enrollmentRefusal: refusal })
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.id, cartId)));
}

/** One cart, or null when this tenant has none of that id. */
export async function getCart(scope: Scope, id: string): Promise<Cart | null> {
  const [row] = await scope.db
    .select()
    .from(carts)
    .where(and(eq(carts.tenantId, scope.tenantId), eq(carts.id, id)));
  return row ?? null;
}
