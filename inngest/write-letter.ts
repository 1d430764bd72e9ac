import { hashToken } from "#db/api-keys.ts";
import { newId } from "#db/ids.ts";
import { availableIncentives } from "#db/incentives.ts";
import { type Letter, type LetterFile, letterUnder, saveLetter } from "#db/letters.ts";
import { signLink } from "#db/link-tokens.ts";
import { refusedRecipients } from "#db/recipients.ts";
import type { Scope } from "#db/scope.ts";
import { getBrand, getPolicy, getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import type { Written } from "#domain/identity.ts";
import { languageOf } from "#domain/language.ts";
import {
  flagsOf,
  type LetterBody,
  type LetterFlag,
  type LetterMakerKind,
  mostDaysAhead,
  mostRecipients,
} from "#domain/letter.ts";
import { oversee } from "#domain/oversight.ts";
import { type LetterAuthorship, renderLetter } from "#emails/letter.ts";
import { env } from "#env";
import { noticeOf } from "./authorship-of.ts";
import type { Announcement } from "./events.ts";
import { letterSender } from "./letter-sender.ts";

/** A letter as it was asked for; addresses are normalized. `from` null means the tenant's first sender. */
export type LetterGiven = {
  from: string | null;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string | null;
  subject: string;
  words: LetterBody;
  files: LetterFile[];
  tags: string[];
  sendAt: Date | null;
  /** The conversation that it goes on with, and the mail that it answers. */
  answers?: { conversationId: string; mailId: string } | null;
  /** Who found the words, where that is not plain from who makes it. */
  written?: Written;
  /** What its maker noticed about it, beside what is noticed about any letter. */
  noticed?: LetterFlag[];
};

export type LetterMaker = { kind: LetterMakerKind; id: string; mode?: "live" | "test" };

/**
 * Stores a letter and says whether a person must look at it. Under an idempotency key of its maker the same letter is made
 * once; another one under it is a `conflict`. Refuses with `invalid` and the field: an unknown sender, nobody to write to,
 * somebody who must not be written to, an hour that is past or too far ahead.
 */
export async function writeLetter(
  scope: Scope,
  { given, maker, once }: { given: LetterGiven; maker: LetterMaker; once: string | null },
  now: Date,
): Promise<Letter> {
  const requestHash = hashToken(JSON.stringify({ ...given, files: given.files.map(fileHash) }));
  const before = once === null ? null : await letterUnder(scope, maker.id, once);
  if (before) return sameLetter(before, requestHash);
  refuseHour(given.sendAt, now);
  const id = newId("letter", now);
  const written = given.written ?? writtenBy(maker.kind);
  const made = await composeLetter(scope, { id, written }, given, now);
  const stored = await saveLetter(
    scope,
    {
      ...{ id, ...made, toAddresses: given.to, ccAddresses: given.cc, bccAddresses: given.bcc, tags: given.tags },
      ...{ conversationId: given.answers?.conversationId ?? null, inReplyTo: given.answers?.mailId ?? null },
      ...{ madeByKind: maker.kind, madeById: maker.id, test: maker.mode === "test", createdAt: now },
      ...(once === null ? {} : { idempotencyKey: once, requestHash }),
    },
    given.files,
  );
  const kept = stored ?? (once === null ? null : await letterUnder(scope, maker.id, once));
  if (!kept) throw new Error("the letter was not stored");
  return stored ?? sameLetter(kept, requestHash);
}

function sameLetter(letter: Letter, requestHash: string): Letter {
  if (letter.requestHash === requestHash) return letter;
  throw new AppError("conflict", "This idempotency key stands for another letter", "idempotency_key");
}

/** What follows from the words, whom they go to and the tenant's policy; the same for a new letter and an edited one. */
export async function composeLetter(
  scope: Scope,
  { id, written }: { id: string; written: Written },
  given: LetterGiven,
  now: Date,
) {
  const { to, cc, bcc, subject, words, files, sendAt, replyTo } = given;
  const everybody = [...new Set([...to, ...cc, ...bcc])];
  refuseCrowd(everybody.length);
  const sender = await letterSender(scope, given.from, "from");
  await refuseSuppressed(scope, given);
  const alone = everybody.length === 1;
  const brand = await getBrand(scope);
  const unsubscribeUrl = alone
    ? `${env().APP_URL}/u/${signLink({ kind: "u", tenantId: scope.tenantId, messageId: id })}`
    : null;
  const unsigned = { sender: brand.name, postalAddress: brand.postalAddress, unsubscribeUrl };
  const bare = renderLetter(words, subject, { ...unsigned, authorship: null });
  const seen = flagsOf({
    ...{ recipients: everybody.length, knownSender: sender.known, attachments: files.length },
    text: `${subject}\n${bare.text}`,
    offeredPercents: (await availableIncentives(scope)).incentives.flatMap(({ percent }) => percent ?? []),
  });
  const flags = [...seen, ...(given.noticed ?? [])];
  const { mode, holds: asked, dueAt: reviewDueAt } = await overseeLetter(scope, { id, findings: flags.length }, now);
  // Whatever the mode: nobody would follow up an answer that says that a person will.
  const holds = flags.includes("needs_person") ? [...new Set([...asked, "finding" as const])] : asked;
  const signed = { ...unsigned, authorship: await authorshipIn(scope, { id, written, waits: holds.length > 0 }) };
  const parts = renderLetter(words, subject, signed);
  return {
    written,
    ...{ fromAddress: sender.header, replyTo: replyTo ?? brand.replyTo, subject, words, ...parts, mode, holds, flags },
    headers: headersOf(unsubscribeUrl),
    wordsHash: hashToken(JSON.stringify([sender.header, to, cc, bcc, replyTo, subject, words, files.map(fileHash)])),
    status: holds.length > 0 ? ("pending_approval" as const) : ("queued" as const),
    reviewDueAt: holds.length > 0 ? reviewDueAt : null,
    ...{ sendAt, dueAt: sendAt ?? now },
  };
}

/** Who found a letter's words by who made it: what a program hands over counts as an AI's, for nobody can tell. */
export const writtenBy = (kind: LetterMakerKind | "policy"): Written => (kind === "member" ? "person" : "ai");

type Waiting = { id: string; written: Written; waits: boolean };

/** Where anybody can read who wrote it; and, where the tenant wants it said, that. What waits leaves only by a person. */
async function authorshipIn(scope: Scope, { id, written, waits }: Waiting): Promise<LetterAuthorship> {
  const { tellsAuthorship } = await getBrand(scope);
  const language = languageOf((await getTenant(scope)).language);
  const notice = tellsAuthorship ? noticeOf({ written, approved: waits ? "person" : "policy", mode: "gated" }) : null;
  return { language, notice, verifyUrl: `${env().APP_URL}/verify?message=${id}` };
}

function headersOf(unsubscribeUrl: string | null): Record<string, string> {
  if (unsubscribeUrl === null) return {};
  return { "List-Unsubscribe": `<${unsubscribeUrl}/one-click>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** `invalid` for an hour at which no letter can be asked to leave. */
export function refuseHour(sendAt: Date | null, now: Date): void {
  if (!sendAt) return;
  if (sendAt <= now) throw new AppError("invalid", "This hour is past", "send_at");
  if (sendAt.getTime() - now.getTime() > mostDaysAhead * 86_400_000)
    throw new AppError("invalid", `A letter waits ${mostDaysAhead} days at most`, "send_at");
}

function refuseCrowd(recipients: number): void {
  if (recipients === 0) throw new AppError("invalid", "A letter needs somebody to go to", "to");
  if (recipients > mostRecipients)
    throw new AppError("invalid", `A letter goes to ${mostRecipients} people at most`, "to");
}

async function refuseSuppressed(scope: Scope, { to, cc, bcc }: LetterGiven): Promise<void> {
  const [refused] = await refusedRecipients(scope, [...to, ...cc, ...bcc]);
  if (!refused) return;
  const field = to.includes(refused.address) ? "to" : cc.includes(refused.address) ? "cc" : "bcc";
  throw new AppError("invalid", `${refused.address} must not be written to: ${refused.reason}`, field);
}

/** The one rule of oversight, asked about words that no cart, step or writer stands behind: what was noticed is a finding. */
async function overseeLetter(scope: Scope, { id, findings }: { id: string; findings: number }, now: Date) {
  const policy = await getPolicy(scope);
  const { alwaysReview, samplePercent, secondApprover, demotion, deadlineAction } = policy;
  const seen = oversee(
    {
      ...{ alwaysReview, samplePercent, secondApprover, demotion, deadlineAction },
      ...{ tenantMode: policy.oversightMode, sequenceMode: null, stepMode: null, stepDemoted: false },
      deadlineMinutes: policy.reviewDeadlineMinutes,
    },
    {
      ...{ findings, confidence: null, incentivePercent: null, cart: { total: 0, currency: "" }, vip: false },
      ...{ versionReviews: Number.POSITIVE_INFINITY, languageReviews: 1 },
    },
    id,
  );
  return { ...seen, dueAt: new Date(now.getTime() + policy.reviewDeadlineMinutes * 60_000) };
}

const fileHash = ({ name, contentType, content }: LetterFile) =>
  `${name} ${contentType} ${hashToken(Buffer.from(content).toString("base64"))}`;

/** The announcement of a letter that may leave, for when it is due. */
export function letterDue(
  tenantId: string,
  { id, status, dueAt }: Pick<Letter, "id" | "status" | "dueAt">,
): Announcement[] {
  if (status !== "queued") return [];
  return [{ name: "letter/queued", data: { tenantId, letterId: id }, ts: dueAt.getTime() }];
}
