import type { PreferenceState } from "#components/preferences/preferences.tsx";
import { currentTime } from "#db/clock.ts";
import { findContact, recordConsent } from "#db/contacts.ts";
import { contactOf } from "#db/decision-facts.ts";
import { closeEnrollmentsOf } from "#db/enrollments.ts";
import { letterOfReport } from "#db/letters.ts";
import { readLink } from "#db/link-tokens.ts";
import { getMessage } from "#db/messages.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { suppress, suppressionOf, takeBackUnsubscribe } from "#db/suppressions.ts";
import { getBrand } from "#db/tenants.ts";
import type { SuppressionReason } from "#domain/message.ts";
import { announce, closures } from "#inngest/events.ts";

export type Preferences = { brand: string; address: string; language: string | null; state: PreferenceState };

/** What the preferences page shows of a signed link; null when the link is not valid. Changes nothing. */
export function readPreferences(token: string): Promise<Preferences | null> {
  return withLink(token, async (scope, { contact }) => ({
    brand: (await getBrand(scope)).name,
    address: contact.address,
    language: contact.language,
    state: stateOf(await suppressionOf(scope, contact.address)),
  }));
}

function stateOf(suppression: SuppressionReason | null): PreferenceState {
  if (suppression === null) return "subscribed";
  return suppression === "unsubscribed" ? "unsubscribed" : "returned";
}

/** Ends mail to the shopper of a link: suppression, withdrawn consent, and every open enrollment closed. */
export async function unsubscribe(token: string): Promise<boolean> {
  const now = await currentTime();
  const done = await withLink(token, async (scope, { contact, messageId }) => {
    await suppress(scope, { address: contact.address, reason: "unsubscribed", messageId }, now);
    if (contact.id === null) return { tenantId: scope.tenantId, closed: [] };
    await recordConsent(scope, contact.id, { state: "withdrawn", source: `message ${messageId}`, at: now });
    return { tenantId: scope.tenantId, closed: await closeEnrollmentsOf(scope, contact.id, "suppressed", now) };
  });
  if (!done) return false;
  // Every send asks again, so the runs need not be reached for the promise to hold.
  await announce(closures(done.tenantId, done.closed)).catch(() => undefined);
  return true;
}

/** Takes an unsubscribe back, by the shopper's own hand. Bounces and complaints stay. */
export async function subscribeAgain(token: string): Promise<boolean> {
  const now = await currentTime();
  const done = await withLink(token, async (scope, { contact, messageId }) => {
    if (!(await takeBackUnsubscribe(scope, contact.address))) return false;
    if (contact.id === null) return true;
    await recordConsent(scope, contact.id, { state: "granted", source: `message ${messageId}`, at: now });
    return true;
  });
  return done ?? false;
}

/** Who a link is about; a letter may go to somebody who is no contact. */
type Linked = { contact: { id: string | null; address: string; language: string | null }; messageId: string };

async function withLink<T>(token: string, work: (scope: Scope, linked: Linked) => Promise<T>): Promise<T | null> {
  const link = readLink("u", token);
  if (!link) return null;
  return withScope(link.tenantId, async (scope) => {
    const contact = await (link.messageId.startsWith("ltr_") ? readerOfLetter : shopperOf)(scope, link.messageId);
    return contact && work(scope, { contact, messageId: link.messageId });
  });
}

async function shopperOf(scope: Scope, messageId: string): Promise<Linked["contact"] | null> {
  const message = await getMessage(scope, messageId);
  const contact = message && (await contactOf(scope, message.contactId));
  return contact && !contact.erasedAt ? contact : null;
}

/** A letter bears such a link only where it goes to one person; it is empty once they were erased. */
async function readerOfLetter(scope: Scope, letterId: string): Promise<Linked["contact"] | null> {
  const address = (await letterOfReport(scope, [letterId]))?.toAddresses[0];
  if (!address) return null;
  return (await findContact(scope, address)) ?? { id: null, address, language: null };
}
