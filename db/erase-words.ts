import { and, eq, inArray, sql } from "drizzle-orm";
import { decisions, drafts, messages, reviews } from "./schema/messages.ts";
import { draftComments } from "./schema/queue.ts";
import { enrollments } from "./schema/sequences.ts";
import { auditEntries } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

/** Erases all that was written to a contact, and what reviewers and members wrote about it. */
export async function eraseWords(scope: Scope, contactId: string): Promise<void> {
  const { db, tenantId } = scope;
  await db
    .update(messages)
    .set({ toAddress: "", subject: "", html: null, text: null, headers: {}, targetUrl: null })
    .where(and(eq(messages.tenantId, tenantId), eq(messages.contactId, contactId)));
  const theirs = db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(
      enrollments,
      and(eq(enrollments.tenantId, decisions.tenantId), eq(enrollments.id, decisions.enrollmentId)),
    )
    .where(and(eq(decisions.tenantId, tenantId), eq(enrollments.contactId, contactId)));
  const erased = await db
    .update(drafts)
    .set({ brief: null, pinned: null, words: null, subjects: [], findings: [] })
    .where(and(eq(drafts.tenantId, tenantId), inArray(drafts.decisionId, theirs)))
    .returning({ id: drafts.id });
  await db
    .delete(draftComments)
    .where(and(eq(draftComments.tenantId, tenantId), inArray(draftComments.decisionId, theirs)));
  const draftIds = erased.map((row) => row.id);
  if (draftIds.length === 0) return;
  await db
    .update(reviews)
    .set({ reason: null })
    .where(and(eq(reviews.tenantId, tenantId), inArray(reviews.draftId, draftIds)));
  await db
    .update(auditEntries)
    .set({ change: sql`${auditEntries.change} - 'reason'`, salt: null })
    .where(and(eq(auditEntries.tenantId, tenantId), inArray(auditEntries.subjectId, draftIds)));
}
