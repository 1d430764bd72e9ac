import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";
import { spellingsOf } from "./spellings.ts";

/** As an array, for which Postgres looks up each in the index however few rows there are. */
const among = (texts: string[]) =>
  sql`any(array(select jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb)))`;

/**
 * All carts, orders, contacts and messages that a person's raw bodies may be about: what is theirs, and what was ever
 * said under one of their names, be it another's by now.
 */
export async function subjectsNamed(scope: Scope, keys: string[], contactId: string | null): Promise<string[]> {
  const { db, tenantId } = scope;
  const rows = await db.execute<{ id: string }>(sql`
    select subject_id as id from case_keys where tenant_id = ${tenantId} and key = ${among(keys)}
    union select id from carts where tenant_id = ${tenantId} and contact_id = ${contactId}
    union select id from orders where tenant_id = ${tenantId} and contact_id = ${contactId}
    union select id from messages where tenant_id = ${tenantId} and contact_id = ${contactId}`);
  return [...new Set([...rows.map((row) => row.id), ...(contactId ? [contactId] : [])])];
}

// Bodies are bytes of any kind: `escape` shows ASCII as itself and the rest in octal, and so the text must be shown.
const shown = sql`lower(encode(body, 'escape'))`;

/**
 * Erases what names a person in raw bodies: those about any of the subjects, found by index, and of those that are about
 * nothing we keep (ignored, refused, waiting, or a demand under data-protection law) the ones that hold a text. What was
 * applied is about a subject and is not read again, however much a shop has sent. Some shops name their requests by the
 * address; such a name goes too.
 */
export async function eraseBodies(scope: Scope, subjectIds: string[], texts: string[]): Promise<void> {
  const { db, tenantId } = scope;
  const spellings = JSON.stringify(texts.flatMap(spellingsOf));
  const holds = (place: typeof shown) => sql`exists (
    select from (select ${place} as shown offset 0) place, jsonb_array_elements_text(${spellings}::text::jsonb) as spelling
    where position(encode(convert_to(spelling, 'UTF8'), 'escape') in shown) > 0)`;
  const named = holds(sql`lower(delivery_id)`);
  const erased = sql`body = null, delivery_id = case when ${named} then 'erased:' || id else delivery_id end`;
  if (subjectIds.length > 0)
    await db.execute(sql`update webhook_events set ${erased}
      where tenant_id = ${tenantId} and subject_id = ${among(subjectIds)} and (body is not null or ${named})`);
  if (texts.length === 0) return;
  const mentioned = sql`tenant_id = ${tenantId} and subject_id is null and (${named} or body is not null and ${holds(shown)})`;
  await db.execute(sql`update webhook_events set ${erased}
    where ${mentioned} and outcome in ('pending', 'ignored', 'rejected', 'failed')`);
  await db.execute(sql`update webhook_events set ${erased}
    where ${mentioned} and id = any(array(select webhook_event_id from compliance_requests where tenant_id = ${tenantId}))`);
}
