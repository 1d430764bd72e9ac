import { and, desc, eq, sql } from "drizzle-orm";
import { type ContactSnapshot, normalizeAddress } from "#domain/contact.ts";
import { newId } from "./ids.ts";
import { consents, contactIdentities, contacts } from "./schema/contacts.ts";
import type { Scope } from "./scope.ts";

export type ContactSource = { shopId: string; sourceUpdatedAt: Date; consentSource: string };

/**
 * Makes or updates the one contact of an address and returns its id; null when the snapshot names nobody we know.
 * A field said by a newer source wins, an older source only fills what is empty.
 */
export async function saveContact(
  scope: Scope,
  said: ContactSnapshot,
  source: ContactSource,
  now: Date,
): Promise<string | null> {
  const address = said.email ? normalizeAddress(said.email) : null;
  if (!address) return said.externalId ? findByIdentity(scope, source.shopId, said.externalId) : null;
  const newest = sql`excluded.source_updated_at >= ${contacts.sourceUpdatedAt}`;
  const pick = (column: string) =>
    sql.raw(`case when excluded.source_updated_at >= contacts.source_updated_at
      then coalesce(excluded.${column}, contacts.${column}) else coalesce(contacts.${column}, excluded.${column}) end`);
  const [row] = await scope.db
    .insert(contacts)
    .values({
      tenantId: scope.tenantId,
      id: newId("contact", now),
      address,
      phone: said.phone,
      firstName: said.firstName,
      lastName: said.lastName,
      language: said.language,
      country: said.country,
      timeZone: said.timeZone,
      sourceUpdatedAt: source.sourceUpdatedAt,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: [contacts.tenantId, contacts.address],
      set: {
        phone: pick("phone"),
        firstName: pick("first_name"),
        lastName: pick("last_name"),
        language: pick("language"),
        country: pick("country"),
        timeZone: pick("time_zone"),
        sourceUpdatedAt: sql`case when ${newest} then excluded.source_updated_at else ${contacts.sourceUpdatedAt} end`,
      },
    })
    .returning({ id: contacts.id });
  if (!row) throw new Error("a contact upsert returned no row");
  if (said.externalId) await saveIdentity(scope, source.shopId, said.externalId, row.id);
  if (said.consent) {
    const fact = { state: said.consent, source: source.consentSource, at: source.sourceUpdatedAt };
    await recordConsent(scope, row.id, fact);
  }
  return row.id;
}

async function findByIdentity(scope: Scope, shopId: string, externalId: string): Promise<string | null> {
  const [row] = await scope.db
    .select({ contactId: contactIdentities.contactId })
    .from(contactIdentities)
    .where(
      and(
        eq(contactIdentities.tenantId, scope.tenantId),
        eq(contactIdentities.shopId, shopId),
        eq(contactIdentities.externalId, externalId),
      ),
    );
  return row?.contactId ?? null;
}

async function saveIdentity(scope: Scope, shopId: string, externalId: string, contactId: string): Promise<void> {
  await scope.db
    .insert(contactIdentities)
    .values({ tenantId: scope.tenantId, shopId, externalId, contactId })
    .onConflictDoNothing();
}

export type ConsentFact = { state: "granted" | "withdrawn"; source: string; at: Date };

/** Appends what a contact said about being written to; the same fact twice is one row. */
export async function recordConsent(scope: Scope, contactId: string, said: ConsentFact): Promise<void> {
  await scope.db
    .insert(consents)
    .values({ tenantId: scope.tenantId, id: newId("consent", said.at), contactId, channel: "email", ...said })
    .onConflictDoNothing();
}

/** What a contact said last, or null when they never said anything. */
export async function latestConsent(scope: Scope, contactId: string): Promise<"granted" | "withdrawn" | null> {
  const [row] = await scope.db
    .select({ state: consents.state })
    .from(consents)
    .where(and(eq(consents.tenantId, scope.tenantId), eq(consents.contactId, contactId), eq(consents.channel, "email")))
    .orderBy(desc(consents.at), desc(consents.state))
    .limit(1);
  return row?.state ?? null;
}

/** The contact of an address, or null. */
export async function findContact(scope: Scope, email: string): Promise<typeof contacts.$inferSelect | null> {
  const address = normalizeAddress(email);
  if (!address) return null;
  const [row] = await scope.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, scope.tenantId), eq(contacts.address, address)));
  return row ?? null;
}
