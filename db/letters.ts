import { and, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { LetterAct } from "#domain/letter.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import { tellLetterPending, tellMail, tellReviewed } from "./outgoing-facts.ts";
import { letterFiles, letterReviews, letters } from "./schema/letters.ts";
import type { Scope } from "./scope.ts";

export type Letter = Omit<typeof letters.$inferSelect, "tenantId">;
export type LetterFile = Pick<typeof letterFiles.$inferSelect, "name" | "contentType" | "byteCount" | "content">;

type Made = Pick<Letter, "id"> & Omit<typeof letters.$inferInsert, "tenantId" | "id">;

const byId = (scope: Scope, id: string) => and(eq(letters.tenantId, scope.tenantId), eq(letters.id, id));

/** The letter that somebody made under a key of theirs before, or null. */
export async function letterUnder(scope: Scope, madeById: string, idempotencyKey: string): Promise<Letter | null> {
  const [row] = await scope.db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.tenantId, scope.tenantId),
        eq(letters.madeById, madeById),
        eq(letters.idempotencyKey, idempotencyKey),
      ),
    );
  return row ?? null;
}

/** Stores a letter with its files; null when its maker has one under the same idempotency key. */
export async function saveLetter(scope: Scope, letter: Made, files: LetterFile[]): Promise<Letter | null> {
  const { tenantId, db } = scope;
  const [row] = await db
    .insert(letters)
    .values({ tenantId, ...letter })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  if (files.length > 0)
    await db
      .insert(letterFiles)
      .values(files.map((file, position) => ({ tenantId, letterId: letter.id, position, ...file })));
  if (row.status === "pending_approval") await tellLetterPending(scope, row, row.createdAt);
  return row;
}

/** One letter, held until the transaction ends. */
export async function lockLetter(scope: Scope, id: string): Promise<Letter> {
  const [row] = await scope.db.select().from(letters).where(byId(scope, id)).for("update");
  if (!row) throw new AppError("not_found", "There is no such letter");
  return row;
}

export async function changeLetter(scope: Scope, id: string, change: Partial<Omit<Letter, "id">>): Promise<Letter> {
  const [row] = await scope.db.update(letters).set(change).where(byId(scope, id)).returning();
  if (!row) throw new AppError("not_found", "There is no such letter");
  const { status, sentAt } = change;
  if (status === "sent" && sentAt)
    await tellMail(scope, "message.sent", { messageId: id, factId: id, at: sentAt }, sentAt);
  return row;
}

export function filesOfLetter(scope: Scope, letterId: string): Promise<LetterFile[]> {
  const { name, contentType, byteCount, content } = letterFiles;
  return scope.db
    .select({ name, contentType, byteCount, content })
    .from(letterFiles)
    .where(and(eq(letterFiles.tenantId, scope.tenantId), eq(letterFiles.letterId, letterId)))
    .orderBy(letterFiles.position);
}

type LetterReview = {
  letterId: string;
  act: LetterAct;
  by: { kind: "member" | "key" | "policy"; id: string };
  viaKeyId: string | null;
  reason: string | null;
  wordsHash: string;
};

/** Appends what somebody did with a letter. */
export async function recordLetterReview(scope: Scope, { by, ...review }: LetterReview, now: Date): Promise<string> {
  const id = newId("letterReview", now);
  const said = { ...review, byKind: by.kind, byId: by.id };
  await scope.db.insert(letterReviews).values({ tenantId: scope.tenantId, id, ...said, at: now });
  const { act, letterId: subjectId } = review;
  if (act === "approved" || act === "rejected")
    await tellReviewed(scope, { reviewId: id, subjectId, verdict: act, by }, now);
  return id;
}

/** Who typed the words of a letter since it was made: members, and keys under their own ids. */
export async function editorsOfLetter(scope: Scope, letterId: string): Promise<string[]> {
  const rows = await scope.db
    .selectDistinct({ id: sql<string>`coalesce(${letterReviews.viaKeyId}, ${letterReviews.byId})` })
    .from(letterReviews)
    .where(
      and(
        eq(letterReviews.tenantId, scope.tenantId),
        eq(letterReviews.letterId, letterId),
        eq(letterReviews.act, "edited"),
      ),
    );
  return rows.map((row) => row.id);
}

/**
 * Takes a letter that is due to be handed over, or again when the run that had it broke off. Null when it is another's, not
 * due, or over; `retaken` says that an earlier try may have got through.
 */
export async function claimLetter(
  scope: Scope,
  id: string,
  { run, staleSeconds }: { run: string; staleSeconds: number },
  now: Date,
): Promise<{ letter: Letter; retaken: boolean } | null> {
  const [due] = await scope.db
    .select({ status: letters.status })
    .from(letters)
    .where(
      and(
        byId(scope, id),
        sql`(status = 'queued' and due_at <= ${iso(now)}
          or status = 'sending' and (claim = ${run}
            or claimed_at < ${iso(now)}::timestamptz - make_interval(secs => ${staleSeconds})))`,
      ),
    )
    .for("update", { skipLocked: true });
  if (!due) return null;
  const letter = await changeLetter(scope, id, { status: "sending", claim: run, claimedAt: now });
  return { letter, retaken: due.status === "sending" };
}

/** The letter that a mail provider's report is about, by the provider's id or by our own. */
export async function letterOfReport(scope: Scope, ids: (string | undefined)[]): Promise<Letter | null> {
  const named = ids.flatMap((id) => id ?? []);
  if (named.length === 0) return null;
  const [row] = await scope.db
    .select()
    .from(letters)
    .where(
      and(
        eq(letters.tenantId, scope.tenantId),
        sql`(${inArray(letters.providerId, named)} or ${inArray(letters.id, named)})`,
      ),
    );
  return row ?? null;
}
