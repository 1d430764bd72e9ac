import { and, desc, eq, sql } from "drizzle-orm";
import { type ContactSnapshot, normalizeAddress } from "#domain/contact.ts";
import { soundTime } from "#domain/sound-time.ts";
import { keysOf } from "./case-keys.ts";
import { addKeys, lockCases, settle } from "./cases.ts";
import { newId } from "./ids.ts";
import { rounds } from "./rounds.ts";
import { rowsOf } from "./rows-of.ts";
import { consents, contactIdentities, contacts } from "./schema/contacts.ts";
import type { Scope } from "./scope.ts";
import { newestOf, stampOf } from "./stamps.ts";

export type ContactSource = { shopId: string; sourceUpdatedAt: Date; consentSource: string };

export type SavedContact = { contactId: string | null; closedEnrollmentIds: string[] };

/** Stores a platform's word on a person by themselves. `contactId` is null when it names nobody we know. */
export async function saveContact(
  scope: Scope,
  said: ContactSnapshot,
  source: ContactSource,
  now: Date,
): Promise<SavedContact> {
  const keys = keysOf(source.shopId, [], said);
  await lockCases(scope);
  const contactId = await upsertContact(scope, said, source, now);
  if (!contactId) {
    const known = said.externalId ? await findByIdentity(scope, source.shopId, said.externalId) : null;
    return { contactId: known, closedEnrollmentIds: [] };
  }
  await addKeys(scope, contactId, keys);
  return { contactId, closedEnrollmentIds: await settle(scope, keys, now) };
}

const newestFields = newestOf("contacts", {
  phone: { phone: "phone" },
  firstName: { firstName: "first_name" },
  lastName: { lastName: "last_name" },
  language: { language: "language" },
  country: { country: "country" },
  timeZone: { timeZone: "time_zone" },
  shopTags: { shopTags: "shop_tags" },
  loyaltyTier: { loyaltyTier: "loyalty_tier" },
});
const names = ["phone", "firstName", "lastName", "language", "country", "timeZone", "shopTags", "loyaltyTier"] as const;

/** What a cart without a contact says of its person. */
export const nobody: ContactSnapshot = {
  ...{ externalId: null, email: null, phone: null, firstName: null, lastName: null },
  ...{ language: null, country: null, timeZone: null, consent: null },
};

/**
 * Makes or updates the one contact of an address, within the case's lock, and returns its id; null without an address.
 * Each field follows the newest that was said of it; what is left unsaid stays.
 */
export async function upsertContact(
  scope: Scope,
  said: ContactSnapshot,
  source: ContactSource,
  now: Date,
): Promise<string | null> {
  const [id] = await upsertContacts(scope, [{ said, source }], now);
  return id ?? null;
}

/** The same for many words at once, in few statements; the ids stand in the order of the words. */
export async function upsertContacts(
  scope: Scope,
  words: { said: ContactSnapshot; source: ContactSource }[],
  now: Date,
): Promise<(string | null)[]> {
  const addressed = words.map(({ said, source }) => {
    const address = said.email ? normalizeAddress(said.email) : null;
    return address ? { said, source, address, at: soundTime(source.sourceUpdatedAt, now) } : null;
  });
  const known = addressed.filter((one) => one !== null);
  const ids = new Map<string, string>();
  for (const round of rounds(known, (one) => one.address)) {
    for (const row of await upsertRows(scope, round, now)) ids.set(row.address, row.id);
  }
  const idOf = (address: string) => {
    const id = ids.get(address);
    if (!id) throw new Error("a contact upsert returned no row");
    return id;
  };
  const identities = known.flatMap(({ said: { externalId }, source: { shopId }, address, at }) =>
    externalId ? [{ shopId, externalId, contactId: idOf(address), stamp: stampOf(at, address) }] : [],
  );
  await saveIdentities(scope, identities);
  const facts = known.flatMap(({ said, source, address, at }) =>
    said.consent ? [{ contactId: idOf(address), state: said.consent, source: source.consentSource, at }] : [],
  );
  await recordConsents(scope, facts);
  return addressed.map((one) => one && idOf(one.address));
}

type Addressed = { said: ContactSnapshot; address: string; at: Date };

function upsertRows(scope: Scope, words: Addressed[], now: Date): Promise<{ id: string; address: string }[]> {
  const rows = words.map(({ said, address, at }) => {
    const { phone, firstName, lastName, language, country, timeZone, tags: shopTags = null, loyaltyTier = null } = said;
    const fields = { phone, firstName, lastName, language, country, timeZone, shopTags, loyaltyTier };
    const stamps = Object.fromEntries(
      names.flatMap((name) => (fields[name] === null ? [] : [[name, stampOf(at, fields[name])]])),
    );
    return {
      ...{ tenantId: scope.tenantId, id: newId("contact", now), address },
      ...{ ...fields, stamps },
      ...{ sourceUpdatedAt: at, createdAt: now },
    };
  });
  return scope.db
    .insert(contacts)
    .select(rowsOf(contacts, rows))
    .onConflictDoUpdate({
      target: [contacts.tenantId, contacts.address],
      set: {
        ...newestFields,
        sourceUpdatedAt: sql`greatest(excluded.source_updated_at, ${contacts.sourceUpdatedAt})`,
      },
    })
    .returning({ id: contacts.id, address: contacts.address });
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

/** A customer may change their address: the id then names the contact of the newest one. */
async function saveIdentities(
  scope: Scope,
  identities: { shopId: string; externalId: string; contactId: string; stamp: string }[],
): Promise<void> {
  const newest = new Map<string, (typeof identities)[number]>();
  for (const one of identities) {
    const name = `${one.shopId} ${one.externalId}`;
    if ((newest.get(name)?.stamp ?? "") < one.stamp) newest.set(name, one);
  }
  if (newest.size === 0) return;
  const rows = [...newest.values()].map((one) => ({ tenantId: scope.tenantId, ...one }));
  await scope.db
    .insert(contactIdentities)
    .select(rowsOf(contactIdentities, rows))
    .onConflictDoUpdate({
      target: [contactIdentities.tenantId, contactIdentities.shopId, contactIdentities.externalId],
      set: { contactId: sql`excluded.contact_id`, stamp: sql`excluded.stamp` },
      setWhere: sql`excluded.stamp collate "C" > contact_identities.stamp collate "C"`,
    });
}

export type ConsentFact = { state: "granted" | "withdrawn"; source: string; at: Date };

/** Appends what a contact said about being written to; the same fact twice is one row. */
export function recordConsent(scope: Scope, contactId: string, said: ConsentFact): Promise<void> {
  return recordConsents(scope, [{ contactId, ...said }]);
}

/** The same for many at once. */
export async function recordConsents(scope: Scope, facts: (ConsentFact & { contactId: string })[]): Promise<void> {
  if (facts.length === 0) return;
  const { tenantId } = scope;
  const rows = facts.map((fact) => ({ tenantId, id: newId("consent", fact.at), channel: "email" as const, ...fact }));
  await scope.db.insert(consents).select(rowsOf(consents, rows)).onConflictDoNothing();
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
