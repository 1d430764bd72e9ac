import { and, desc, eq, lt, sql } from "drizzle-orm";
import { newId } from "./ids.ts";
import { systemMails } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

export type SystemMail = Omit<typeof systemMails.$inferSelect, "tenantId">;
export type SystemMailKind = SystemMail["kind"];

const columns = {
  id: systemMails.id,
  kind: systemMails.kind,
  toAddress: systemMails.toAddress,
  subject: systemMails.subject,
  html: systemMails.html,
  text: systemMails.text,
  status: systemMails.status,
  reason: systemMails.reason,
  createdAt: systemMails.createdAt,
};

/** Stores a mail to a member before its first try; the outbox shows it. */
export async function saveSystemMail(
  scope: Scope,
  mail: { kind: SystemMailKind; toAddress: string; subject: string; html: string; text: string; now: Date },
): Promise<SystemMail> {
  const { now, ...content } = mail;
  const [row] = await scope.db
    .insert(systemMails)
    .values({
      tenantId: scope.tenantId,
      id: newId("systemMail", now),
      ...content,
      status: "queued",
      reason: null,
      createdAt: now,
    })
    .returning(columns);
  if (!row) throw new Error("the mail was not stored");
  return row;
}

/** One mail, or null when this tenant has none of that id. */
export async function getSystemMail(scope: Scope, mailId: string): Promise<SystemMail | null> {
  const mine = and(eq(systemMails.tenantId, scope.tenantId), eq(systemMails.id, mailId));
  const [row] = await scope.db.select(columns).from(systemMails).where(mine);
  return row ?? null;
}

/** What became of it: sent, or failed with the mailer's reason. */
export async function recordSystemMail(
  scope: Scope,
  mailId: string,
  outcome: { status: "sent" } | { status: "failed"; reason: string },
): Promise<void> {
  const reason = outcome.status === "failed" ? outcome.reason : null;
  await scope.db.update(systemMails).set({ status: outcome.status, reason }).where(eq(systemMails.id, mailId));
}

/** Takes the sign-in token out of a mail that has left: what is in the mailbox need not be in the database. */
export async function blankSignInLink(scope: Scope, mailId: string): Promise<void> {
  const blank = (column: typeof systemMails.html | typeof systemMails.text) =>
    sql<string>`regexp_replace(${column}, '(/sign-in/link#)[A-Za-z0-9_-]+', '\\1…', 'g')`;
  await scope.db
    .update(systemMails)
    .set({ html: blank(systemMails.html), text: blank(systemMails.text) })
    .where(eq(systemMails.id, mailId));
}

/** Newest first; `before` is the id of the last mail of the page before. */
export function listSystemMails(scope: Scope, page: { before?: string; limit: number }): Promise<SystemMail[]> {
  return scope.db
    .select(columns)
    .from(systemMails)
    .where(page.before ? lt(systemMails.id, page.before) : undefined)
    .orderBy(desc(systemMails.id))
    .limit(page.limit);
}
