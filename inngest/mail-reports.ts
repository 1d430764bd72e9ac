import { recordDigest } from "#db/digests.ts";
import { listReportReaders, mailOfOccasion, type ReportReader, saveMailPictures } from "#db/report-mails.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getSystemMail, type SystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { type ReportOccasion, type ReportRhythm, reportOccasion } from "#domain/report-rhythm.ts";
import { renderReport } from "#emails/render.ts";
import { drawPicture } from "#integrations/pictures.ts";
import { composeReport } from "./compose-report.ts";
import { deliverSystemMail } from "./deliver-system-mail.ts";

type Due = { reader: ReportReader; occasion: ReportOccasion; mail: SystemMail | null };
type Letter = { subject: string; html: string; text: string; pictures: { name: string; png: Uint8Array }[] };

/**
 * Mails each member whose week or month is over what was won back in it, once. Sums that are being made are waited for; a mail
 * that was stored and never tried is tried again. Returns how many mails went to the mailer.
 */
export async function mailReports(tenantId: string, now: Date): Promise<number> {
  const due = await withJobScope(tenantId, (scope) => listDue(scope, now));
  const letters = new Map<ReportRhythm, Letter | null>();
  for (const { reader, occasion, mail } of due)
    if (!mail && !letters.has(reader.rhythm))
      letters.set(reader.rhythm, await letterOf(tenantId, { rhythm: reader.rhythm, occasion }, now));
  let sent = 0;
  for (const one of due) {
    const letter = letters.get(one.reader.rhythm) ?? null;
    const mail = one.mail ?? (letter && (await store(tenantId, { ...one, letter }, now)));
    if (!mail) continue;
    await deliverSystemMail(tenantId, mail);
    sent += 1;
  }
  return sent;
}

/** Who is to be told, with the mail where it is stored and has not been tried. */
async function listDue(scope: Scope, now: Date): Promise<Due[]> {
  const { timeZone } = await getTenant(scope);
  const due: Due[] = [];
  for (const reader of await listReportReaders(scope)) {
    const occasion = reportOccasion(reader.rhythm, now, timeZone);
    if (!occasion) continue;
    const mailId = await mailOfOccasion(scope, reader.id, occasion.name);
    const mail = mailId ? await getSystemMail(scope, mailId) : null;
    if (!mailId || mail?.status === "queued") due.push({ reader, occasion, mail });
  }
  return due;
}

/** Everybody of a rhythm gets the same letter. Null while the sums it tells are being made. */
async function letterOf(
  tenantId: string,
  asked: { rhythm: ReportRhythm; occasion: ReportOccasion },
  now: Date,
): Promise<Letter | null> {
  // A report reads the figures of whole periods.
  const told = await withJobScope(tenantId, (scope) => composeReport(scope, asked, now), { plans: "anew" });
  if (!told) return null;
  const pictures = [];
  for (const { name, picture } of told.pictures) pictures.push({ name, png: await drawPicture(picture) });
  return { ...(await renderReport(told.props)), pictures };
}

/** The mail, its pictures and that its reader was told, in one; a second job of the same minute stores nothing. */
async function store(tenantId: string, due: Due & { letter: Letter }, now: Date): Promise<SystemMail> {
  const { reader, occasion, letter } = due;
  const { pictures, ...content } = letter;
  return withJobScope(tenantId, async (scope) => {
    const mail = await saveSystemMail(scope, { kind: "report", toAddress: reader.email, ...content, now });
    await saveMailPictures(scope, mail.id, pictures);
    const told = { memberId: reader.id, occasion: occasion.name, mailId: mail.id };
    if (!(await recordDigest(scope, told, now))) throw new Error("this report was just sent by another job");
    return mail;
  });
}
