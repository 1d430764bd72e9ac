import { and, eq, inArray, sql } from "drizzle-orm";
import { touchpoints } from "./schema/attribution.ts";
import { carts, orders } from "./schema/carts.ts";
import { consents, contactIdentities, contacts, suppressions } from "./schema/contacts.ts";
import { conversations, inboundFiles, inboundMails } from "./schema/inbox.ts";
import { letters } from "./schema/letters.ts";
import { decisions, messageEvents, messages } from "./schema/messages.ts";
import { enrollments } from "./schema/sequences.ts";
import { productViews, visits } from "./schema/triggers.ts";
import type { Scope } from "./scope.ts";
import { addressHash } from "./suppressions.ts";

type Theirs =
  | typeof carts
  | typeof orders
  | typeof consents
  | typeof contactIdentities
  | typeof enrollments
  | typeof messages
  | typeof touchpoints;

/** All that is stored about a person, for them to read; null when nobody of that address is known. */
export async function exportPerson(scope: Scope, address: string) {
  const { db, tenantId } = scope;
  const [contact] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), eq(contacts.address, address)));
  const inbox = await inboxOf(scope, address);
  if (!contact) return inbox.mails.length > 0 ? { contact: null, ...inbox } : null;
  const mine = (table: Theirs) => and(eq(table.tenantId, tenantId), eq(table.contactId, contact.id));
  const entered = db.select({ id: enrollments.id }).from(enrollments).where(mine(enrollments));
  const written = db.select({ id: messages.id }).from(messages).where(mine(messages));
  const hash = addressHash(address);
  return {
    contact,
    identities: await db.select().from(contactIdentities).where(mine(contactIdentities)),
    consents: await db.select().from(consents).where(mine(consents)),
    suppressions: await db
      .select()
      .from(suppressions)
      .where(and(eq(suppressions.tenantId, tenantId), eq(suppressions.addressHash, hash))),
    carts: await db.select().from(carts).where(mine(carts)),
    orders: await db.select().from(orders).where(mine(orders)),
    ...(await visitsOf(scope, contact.id)),
    enrollments: await db.select().from(enrollments).where(mine(enrollments)),
    decisions: await db
      .select()
      .from(decisions)
      .where(and(eq(decisions.tenantId, tenantId), inArray(decisions.enrollmentId, entered))),
    messages: await db.select().from(messages).where(mine(messages)),
    messageEvents: await db
      .select()
      .from(messageEvents)
      .where(and(eq(messageEvents.tenantId, tenantId), inArray(messageEvents.messageId, written))),
    letters: await db
      .select()
      .from(letters)
      .where(and(eq(letters.tenantId, tenantId), sql`${address} = any(to_addresses || cc_addresses || bcc_addresses)`)),
    clicks: await db.select().from(touchpoints).where(mine(touchpoints)),
    ...inbox,
  };
}

async function visitsOf({ db, tenantId }: Scope, contactId: string) {
  const theirs = and(eq(visits.tenantId, tenantId), eq(visits.contactId, contactId));
  const visited = db.select({ id: visits.id }).from(visits).where(theirs);
  const seen = and(eq(productViews.tenantId, tenantId), inArray(productViews.visitId, visited));
  return {
    visits: await db.select().from(visits).where(theirs),
    productViews: await db.select().from(productViews).where(seen),
  };
}

/** What they wrote to us, with what they sent along. */
async function inboxOf({ db, tenantId }: Scope, address: string) {
  const wrote = and(eq(inboundMails.tenantId, tenantId), eq(inboundMails.fromAddress, address));
  const sent = db.select({ id: inboundMails.id }).from(inboundMails).where(wrote);
  const files = await db
    .select()
    .from(inboundFiles)
    .where(and(eq(inboundFiles.tenantId, tenantId), inArray(inboundFiles.mailId, sent)));
  return {
    conversations: await db
      .select()
      .from(conversations)
      .where(and(eq(conversations.tenantId, tenantId), eq(conversations.withAddress, address))),
    mails: await db.select().from(inboundMails).where(wrote),
    files: files.map(({ content, ...file }) => ({
      ...file,
      content: content && Buffer.from(content).toString("base64"),
    })),
  };
}
