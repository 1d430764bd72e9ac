import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { MailboxRow } from "#domain/mailbox.ts";
import { newId } from "./ids.ts";
import { mailboxes } from "./schema/inbox.ts";
import { shops } from "./schema/shops.ts";
import type { Scope } from "./scope.ts";

export type Mailbox = Omit<typeof mailboxes.$inferSelect, "tenantId">;
export type MailboxChange = Partial<Pick<Mailbox, "name" | "signature" | "shopId" | "proposesAnswers" | "keepsFiles">>;

/** A mailbox as it is shown. */
export function mailboxRow({ archivedAt: _, createdAt, ...mailbox }: Mailbox): MailboxRow {
  const { id, address, name, signature, shopId, proposesAnswers, keepsFiles } = mailbox;
  const shown = { id, address, name, signature, shopId, proposesAnswers, keepsFiles };
  return { ...shown, createdAt: createdAt.toISOString() };
}

const standing = (scope: Scope) => and(eq(mailboxes.tenantId, scope.tenantId), isNull(mailboxes.archivedAt));
const byId = (scope: Scope, id: string) => and(standing(scope), eq(mailboxes.id, id));

/** All mailboxes that are in use, the oldest first: the first one stands in where a shop has none of its own. */
export function listMailboxes(scope: Scope): Promise<Mailbox[]> {
  return scope.db.select().from(mailboxes).where(standing(scope)).orderBy(asc(mailboxes.createdAt), asc(mailboxes.id));
}

/** One mailbox; mail that was taken in before it was deleted is still read. */
export async function getMailbox(scope: Scope, id: string, also?: "also_archived"): Promise<Mailbox> {
  const mine = and(eq(mailboxes.tenantId, scope.tenantId), eq(mailboxes.id, id));
  const [row] = await scope.db
    .select()
    .from(mailboxes)
    .where(also ? mine : byId(scope, id));
  if (!row) throw new AppError("not_found", "There is no such mailbox");
  return row;
}

/**
 * Opens a mailbox at an address that is nobody's; one of this tenant's that was deleted is opened again. Refuses with
 * `conflict`: an address of somebody else, or a shop that has a mailbox.
 */
export async function createMailbox(
  scope: Scope,
  mailbox: Pick<Mailbox, "address" | "name"> & MailboxChange,
  now: Date,
): Promise<Mailbox> {
  const { tenantId, db } = scope;
  await refuseShop(scope, mailbox.shopId ?? null, null);
  const [made] = await db
    .insert(mailboxes)
    .values({ ...mailbox, tenantId, id: newId("mailbox", now), createdAt: now })
    .onConflictDoNothing({ target: mailboxes.address })
    .returning();
  if (made) return made;
  const [again] = await db
    .update(mailboxes)
    .set({ ...mailbox, archivedAt: null })
    .where(
      and(
        eq(mailboxes.tenantId, tenantId),
        eq(mailboxes.address, mailbox.address),
        sql`${mailboxes.archivedAt} is not null`,
      ),
    )
    .returning();
  if (!again) throw new AppError("conflict", "This address has a mailbox already", "address");
  return again;
}

export async function changeMailbox(scope: Scope, id: string, change: MailboxChange): Promise<Mailbox> {
  if (change.shopId) await refuseShop(scope, change.shopId, id);
  if (Object.keys(change).length === 0) return getMailbox(scope, id);
  const [row] = await scope.db.update(mailboxes).set(change).where(byId(scope, id)).returning();
  if (!row) throw new AppError("not_found", "There is no such mailbox");
  return row;
}

/** Closes a mailbox: nothing comes in any more. What came stays, and so does the address with its tenant. */
export async function archiveMailbox(scope: Scope, id: string, now: Date): Promise<Mailbox> {
  const [row] = await scope.db.update(mailboxes).set({ archivedAt: now }).where(byId(scope, id)).returning();
  if (!row) throw new AppError("not_found", "There is no such mailbox");
  return row;
}

/** Where a shop's mails are answered: at its own mailbox, else at one for all shops, else at the tenant's first; or null. */
export async function mailboxFor(scope: Scope, shopId: string | null): Promise<Mailbox | null> {
  const [row] = await scope.db
    .select()
    .from(mailboxes)
    .where(standing(scope))
    .orderBy(
      sql`case when ${mailboxes.shopId} = ${shopId} then 0 when ${mailboxes.shopId} is null then 1 else 2 end`,
      asc(mailboxes.createdAt),
      asc(mailboxes.id),
    )
    .limit(1);
  return row ?? null;
}

async function refuseShop(scope: Scope, shopId: string | null, exceptId: string | null): Promise<void> {
  if (shopId === null) return;
  const [shop] = await scope.db
    .select({ id: shops.id })
    .from(shops)
    .where(and(eq(shops.tenantId, scope.tenantId), eq(shops.id, shopId)));
  if (!shop) throw new AppError("invalid", "There is no such shop", "shopId");
  const taken = await scope.db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(and(standing(scope), eq(mailboxes.shopId, shopId)));
  if (taken.some(({ id }) => id !== exceptId))
    throw new AppError("conflict", "This shop has a mailbox already", "shopId");
}
