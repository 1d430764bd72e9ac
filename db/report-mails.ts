import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { ReportRhythm } from "#domain/report-rhythm.ts";
import { digests, systemMailPictures } from "./schema/notices.ts";
import { members } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

export type ReportReader = { id: string; email: string; rhythm: ReportRhythm };

/** The members who want to be mailed what was won back. */
export function listReportReaders(scope: Scope): Promise<ReportReader[]> {
  return scope.db
    .select({ id: members.id, email: members.email, rhythm: members.report })
    .from(members)
    .where(and(eq(members.tenantId, scope.tenantId), isNull(members.removedAt), ne(members.report, "off")))
    .orderBy(asc(members.id));
}

/** The mail by which a member was told of an occasion, or null. */
export async function mailOfOccasion(scope: Scope, memberId: string, occasion: string): Promise<string | null> {
  const mine = and(
    ...[eq(digests.tenantId, scope.tenantId), eq(digests.memberId, memberId), eq(digests.occasion, occasion)],
  );
  const [row] = await scope.db.select({ mailId: digests.mailId }).from(digests).where(mine);
  return row?.mailId ?? null;
}

/** How often a member is mailed the results. */
export async function reportRhythmOf(scope: Scope, memberId: string): Promise<ReportRhythm> {
  const [row] = await scope.db.select({ rhythm: members.report }).from(members).where(mineIn(scope, memberId));
  return row?.rhythm ?? "off";
}

export async function saveReportRhythm(scope: Scope, memberId: string, rhythm: ReportRhythm): Promise<void> {
  await scope.db.update(members).set({ report: rhythm }).where(mineIn(scope, memberId));
}

const mineIn = (scope: Scope, memberId: string) => and(eq(members.tenantId, scope.tenantId), eq(members.id, memberId));

export type MailPicture = { name: string; png: Uint8Array };

/** Keeps the pictures of a stored mail, for whoever sends it and for the outbox. */
export async function saveMailPictures(scope: Scope, mailId: string, pictures: MailPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  await scope.db
    .insert(systemMailPictures)
    .values(pictures.map((picture) => ({ ...picture, tenantId: scope.tenantId, mailId })))
    .onConflictDoNothing();
}

export function listMailPictures(scope: Scope, mailId: string): Promise<MailPicture[]> {
  return scope.db
    .select({ name: systemMailPictures.name, png: systemMailPictures.png })
    .from(systemMailPictures)
    .where(and(eq(systemMailPictures.tenantId, scope.tenantId), eq(systemMailPictures.mailId, mailId)))
    .orderBy(asc(systemMailPictures.name));
}
