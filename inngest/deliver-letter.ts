import { recordAnswered } from "#db/conversations.ts";
import { changeLetter, claimLetter, filesOfLetter, type Letter, lockLetter } from "#db/letters.ts";
import { refusedRecipients } from "#db/recipients.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { statementHeader } from "#domain/identity.ts";
import { nextTry } from "#domain/letter.ts";
import { claimSeconds } from "#domain/message.ts";
import type { Mailer, MailResult, OutgoingMail } from "#integrations/mailer.ts";
import type { Announcement } from "./events.ts";
import { configuredMailer, outboxOnly } from "./outside.ts";
import { bodyHash, signStatement } from "./sign-statement.ts";
import { letterReplyTo, threadHeaders } from "./thread-headers.ts";
import { letterDue, writtenBy } from "./write-letter.ts";

/** A provider keeps idempotency keys for a day; after that a repeated mail would be a second one. */
const repeatableMs = 23 * 3_600_000;
const pausedMinutes = 15;

type Prepared = { kind: "mail"; mail: OutgoingMail; letter: Letter } | { kind: "none"; later: Announcement[] };

/**
 * Hands one letter over: claims it, asks again whether it may go, and stores the answer. However often it is called, the
 * letter goes once. Returns the announcement of the next try.
 */
export async function deliverLetter(
  { tenantId, letterId }: { tenantId: string; letterId: string },
  run: string,
  now: Date,
): Promise<Announcement[]> {
  const prepared = await withJobScope(tenantId, (scope) => prepare(scope, { letterId, run }, now));
  if (prepared.kind === "none") return prepared.later;
  const [result] = await mailerOf(prepared.letter).send([prepared.mail]);
  return withJobScope(tenantId, (scope) => settle(scope, { letterId, run, result }, now));
}

/** What a test key made stays in the outbox whatever the installation sends by. */
function mailerOf({ test }: Letter): Mailer {
  return test ? outboxOnly() : configuredMailer();
}

async function prepare(
  scope: Scope,
  { letterId, run }: { letterId: string; run: string },
  now: Date,
): Promise<Prepared> {
  const claimed = await claimLetter(scope, letterId, { run, staleSeconds: claimSeconds }, now);
  if (!claimed) return { kind: "none", later: [] };
  const { letter, retaken } = claimed;
  const over = (later: Announcement[] = []): Prepared => ({ kind: "none", later });
  if ((await getTenant(scope)).pausedAt) {
    const dueAt = new Date(now.getTime() + pausedMinutes * 60_000);
    const waiting = await changeLetter(scope, letterId, { status: "queued", dueAt, reason: "tenant_paused" });
    return over(letterDue(scope.tenantId, waiting));
  }
  const [refused] = await refusedRecipients(scope, recipientsOf(letter));
  if (refused && !retaken) {
    await changeLetter(scope, letterId, { status: "stopped", reason: refused.reason });
    return over();
  }
  if (retaken && !mayRepeat(letter, now)) {
    await changeLetter(scope, letterId, { status: "failed", reason: "outcome_unknown" });
    return over();
  }
  const tried = { attempts: letter.attempts + 1, firstTriedAt: letter.firstTriedAt ?? now };
  const signed = await changeLetter(scope, letterId, { ...tried, ...(await addressed(scope, letter, now)) });
  return { kind: "mail", letter: signed, mail: await mailOf(scope, signed) };
}

/** Headers and reply address as they are from the first try on. */
async function addressed(scope: Scope, letter: Letter, now: Date): Promise<Pick<Letter, "headers" | "replyTo">> {
  const { headers, replyTo, firstTriedAt } = letter;
  if (firstTriedAt && headers[statementHeader]) return { headers, replyTo };
  const signed = await signedHeaders(scope, letter, now);
  return {
    headers: { ...signed, ...(await threadHeaders(scope, letter)) },
    replyTo: await letterReplyTo(scope, letter),
  };
}

/** Signed once, before the first try: under its id a mailer always gets the same mail. */
async function signedHeaders(scope: Scope, letter: Letter, now: Date): Promise<Record<string, string>> {
  if (letter.headers[statementHeader]) return letter.headers;
  const { id, mode, holds, html, headers } = letter;
  const written = letter.written ?? writtenBy(letter.madeByKind);
  const approved = holds.length > 0 || written === "person" ? ("person" as const) : ("policy" as const);
  const { name: shop } = await getBrand(scope);
  const said = { tenant: scope.tenantId, shop, message: id, body: bodyHash(html), written, mode, approved };
  return { ...headers, [statementHeader]: await signStatement(said, now) };
}

function mayRepeat(letter: Letter, now: Date): boolean {
  const since = letter.firstTriedAt ? now.getTime() - letter.firstTriedAt.getTime() : 0;
  return mailerOf(letter).repeatable && since < repeatableMs;
}

const recipientsOf = ({ toAddresses, ccAddresses, bccAddresses }: Letter) => [
  ...toAddresses,
  ...ccAddresses,
  ...bccAddresses,
];

async function mailOf(scope: Scope, letter: Letter): Promise<OutgoingMail> {
  const [to = "", ...alsoTo] = letter.toAddresses;
  const files = await filesOfLetter(scope, letter.id);
  return {
    ...{ id: letter.id, to, alsoTo, cc: letter.ccAddresses, bcc: letter.bccAddresses },
    ...{ from: letter.fromAddress, replyTo: letter.replyTo, subject: letter.subject },
    ...{ html: letter.html, text: letter.text, headers: letter.headers },
    tags: { tenant_id: scope.tenantId, message_id: letter.id },
    files: files.map(({ name, contentType, content }) => ({ name, contentType, content })),
  };
}

type Answered = { letterId: string; run: string; result: MailResult | undefined };

/** A try that another has taken over meanwhile has no say, unless it says that the letter has left. */
async function settle(scope: Scope, { letterId, run, result }: Answered, now: Date): Promise<Announcement[]> {
  const letter = await lockLetter(scope, letterId);
  if (result?.kind === "accepted") {
    const { name: mailer } = mailerOf(letter);
    const sent = { status: "sent" as const, reason: null, sentAt: now, mailer, providerId: result.providerId };
    if (letter.status === "sent") return [];
    await changeLetter(scope, letterId, sent);
    const { conversationId, inReplyTo: mailId } = letter;
    if (conversationId) await recordAnswered(scope, { conversationId, mailId }, now);
    return [];
  }
  if (letter.status !== "sending" || letter.claim !== run) return [];
  const again = result?.kind === "refused" ? null : nextTry(letter.attempts, result?.retryAfterSeconds ?? null, now);
  const reason = result?.reason ?? "no_answer";
  const change = again ? { status: "queued" as const, dueAt: again, reason } : { status: "failed" as const, reason };
  return letterDue(scope.tenantId, await changeLetter(scope, letterId, change));
}
