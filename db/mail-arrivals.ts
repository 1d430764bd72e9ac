import { createHash } from "node:crypto";
import { and, desc, eq, isNull, lte, sql } from "drizzle-orm";
import type { ArrivalRefusal, MailSource } from "#domain/inbox.ts";
import type { RefusedMail } from "#domain/mailbox.ts";
import { newId } from "./ids.ts";
import { mailArrivals } from "./schema/inbox.ts";
import type { Scope } from "./scope.ts";

export type Arrival = Omit<typeof mailArrivals.$inferSelect, "tenantId">;

/** What a door knows of a mail: its content, or where that is to be fetched. */
export type ArrivedMail = {
  messageId: string | null;
  fromAddress: string | null;
  plusTag: string | null;
  envelopeFrom: string | null;
  /** The server that handed it over, where the door is spoken to by servers. */
  peer?: { address: string; name: string | null };
  source: MailSource;
} & ({ content: Uint8Array } | { fetchId: string });

/** By its Message-ID and sender, whichever door it comes by; where it bears none, by its content or the provider's id. */
export function messageKeyOf(mail: ArrivedMail): string {
  if (mail.messageId !== null) return digest(`${mail.messageId}\n${mail.fromAddress ?? ""}`);
  return "content" in mail ? digest(mail.content) : digest(`fetch ${mail.fetchId}`);
}

const digest = (said: string | Uint8Array) => createHash("sha256").update(said).digest("hex");

/** Stores a mail before anything is thought of it; the id of the one that was stored before, when it came before. */
export async function saveArrival(
  scope: Scope,
  mailboxId: string,
  mail: ArrivedMail,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const { plusTag, envelopeFrom, source } = mail;
  const peer = { peerAddress: mail.peer?.address ?? null, peerName: mail.peer?.name?.slice(0, 255) ?? null };
  const messageKey = messageKeyOf(mail);
  const content =
    "content" in mail ? { content: mail.content, byteCount: mail.content.byteLength } : { fetchId: mail.fetchId };
  const id = newId("arrival", now);
  const [made] = await scope.db
    .insert(mailArrivals)
    .values({
      ...{ tenantId: scope.tenantId, id, mailboxId, messageKey, source, plusTag, envelopeFrom, ...peer, ...content },
      ...{ receivedAt: now, nextTryAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: mailArrivals.id });
  if (made) return { id, isNew: true };
  const [before] = await scope.db
    .select({ id: mailArrivals.id })
    .from(mailArrivals)
    .where(
      and(
        eq(mailArrivals.tenantId, scope.tenantId),
        eq(mailArrivals.mailboxId, mailboxId),
        eq(mailArrivals.messageKey, messageKey),
      ),
    );
  if (!before) throw new Error("a mail was neither stored nor there");
  return { id: before.id, isNew: false };
}

const open = (scope: Scope, id: string) =>
  and(eq(mailArrivals.tenantId, scope.tenantId), eq(mailArrivals.id, id), isNull(mailArrivals.settledAt));

/** Takes a mail to be read, once at a time: `untilNext` is when it may be taken again if nothing comes of it. Null when it is settled or taken. */
export async function takeArrival(scope: Scope, id: string, untilNext: Date, now: Date): Promise<Arrival | null> {
  const [row] = await scope.db
    .update(mailArrivals)
    .set({ attempts: sql`${mailArrivals.attempts} + 1`, nextTryAt: untilNext })
    .where(and(open(scope, id), lte(mailArrivals.nextTryAt, now)))
    .returning();
  return row ?? null;
}

/** Gives a mail back to be read at another time. */
export async function putOffArrival(scope: Scope, id: string, until: Date): Promise<void> {
  await scope.db.update(mailArrivals).set({ nextTryAt: until }).where(open(scope, id));
}

/** Ends a mail's way in: read, so that its content goes, or refused. What nobody can read is kept as it came. */
export async function settleArrival(
  scope: Scope,
  id: string,
  outcome: { mailId: string } | { refusedBecause: ArrivalRefusal; keep?: Uint8Array },
  now: Date,
): Promise<boolean> {
  const kept =
    "mailId" in outcome
      ? { mailId: outcome.mailId, content: null, peerAddress: null, peerName: null }
      : { refusedBecause: outcome.refusedBecause, ...(outcome.keep ? { content: outcome.keep } : {}) };
  const rows = await scope.db
    .update(mailArrivals)
    .set({ ...kept, settledAt: now })
    .where(open(scope, id))
    .returning({ id: mailArrivals.id });
  return rows.length > 0;
}

/** The latest mails that became no part of a conversation, for people to know of. */
export async function listRefusedMail(scope: Scope, most: number): Promise<RefusedMail[]> {
  const { id, mailboxId, refusedBecause, source, byteCount, receivedAt } = mailArrivals;
  const rows = await scope.db
    .select({ id, mailboxId, refusedBecause, source, byteCount, receivedAt })
    .from(mailArrivals)
    .where(and(eq(mailArrivals.tenantId, scope.tenantId), sql`${refusedBecause} is not null`))
    .orderBy(desc(receivedAt), desc(id))
    .limit(most);
  return rows.flatMap((row) =>
    row.refusedBecause === null
      ? []
      : [{ ...row, refusedBecause: row.refusedBecause, receivedAt: row.receivedAt.toISOString() }],
  );
}
