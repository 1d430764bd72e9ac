import { and, eq, inArray, sql } from "drizzle-orm";
import { type ContactSnapshot, normalizeAddress } from "#domain/contact.ts";
import { recordConsents } from "./contacts.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { carts } from "./schema/carts.ts";
import { consents, contacts } from "./schema/contacts.ts";
import { enrollments } from "./schema/sequences.ts";
import type { Scope } from "./scope.ts";

// What browsers claim of people: docs/decisions/browsers-are-claims.md.

export type ClaimedPerson = { said: ContactSnapshot; source: string; at: Date };

/**
 * The contact of each claimed address, made where there is none; null without an address. Of a contact that is known
 * nothing changes, and the wish to be written to counts only where its person never said anything about it.
 */
export async function claimContacts(scope: Scope, people: ClaimedPerson[], now: Date): Promise<(string | null)[]> {
  const addresses = people.map(({ said }) => (said.email ? normalizeAddress(said.email) : null));
  const rows = people.flatMap(({ said, at }, index) => {
    const address = addresses[index];
    const facts = { language: said.language, sourceUpdatedAt: at, createdAt: now };
    return address ? [{ tenantId: scope.tenantId, id: newId("contact", now), address, ...facts }] : [];
  });
  if (rows.length === 0) return people.map(() => null);
  await scope.db.insert(contacts).values(rows).onConflictDoNothing();
  const found = await scope.db
    .select({ id: contacts.id, address: contacts.address })
    .from(contacts)
    .where(
      and(
        eq(contacts.tenantId, scope.tenantId),
        inArray(
          contacts.address,
          rows.map((row) => row.address),
        ),
      ),
    );
  const idOf = new Map(found.map((row) => [row.address, row.id]));
  const ids = addresses.map((address) => (address && idOf.get(address)) ?? null);
  await grantFirst(scope, people, ids);
  return ids;
}

async function grantFirst(scope: Scope, people: ClaimedPerson[], ids: (string | null)[]): Promise<void> {
  const granted = new Map<string, ClaimedPerson>();
  for (const [index, person] of people.entries()) {
    const id = ids[index];
    if (id && person.said.consent === "granted" && !granted.has(id)) granted.set(id, person);
  }
  if (granted.size === 0) return;
  const spoken = await scope.db
    .selectDistinct({ id: consents.contactId })
    .from(consents)
    .where(and(eq(consents.tenantId, scope.tenantId), inArray(consents.contactId, [...granted.keys()])));
  for (const { id } of spoken) granted.delete(id);
  const facts = [...granted].map(([contactId, { source, at }]) => ({
    contactId,
    state: "granted" as const,
    source,
    at,
  }));
  await recordConsents(scope, facts);
}

/** Notes that the shopper of baskets that browsers reported is still about; of others it says nothing. */
export async function recordActivity(
  scope: Scope,
  seen: { shopId: string; tokens: string[]; at: Date },
  now: Date,
): Promise<void> {
  if (seen.tokens.length === 0) return;
  const at = iso(seen.at < now ? seen.at : now);
  await scope.db
    .update(carts)
    .set({ lastActivityAt: sql`greatest(${carts.lastActivityAt}, ${at}::timestamptz)` })
    .where(
      and(
        eq(carts.tenantId, scope.tenantId),
        eq(carts.shopId, seen.shopId),
        inArray(carts.externalId, seen.tokens),
        eq(carts.claimed, true),
        sql`${carts.abandonedAt} is null and ${carts.orderedAt} is null`,
      ),
    );
}

/** Whether somebody is written to already about a cart that their shop itself told of. */
export async function isTalkedTo(scope: Scope, contactId: string): Promise<boolean> {
  const rows = await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .innerJoin(carts, and(eq(carts.tenantId, enrollments.tenantId), eq(carts.id, enrollments.cartId)))
    .where(
      and(
        eq(enrollments.tenantId, scope.tenantId),
        eq(enrollments.contactId, contactId),
        sql`${enrollments.closedAt} is null`,
        eq(carts.claimed, false),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
