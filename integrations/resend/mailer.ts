import { type CreateEmailOptions, Resend } from "resend";
import type { Mailer, MailFile, MailResult, OutgoingMail } from "../mail.ts";
import { type Sendable, sendable } from "../mail-headers.ts";
import { type Pace, type Pulse, paceOf } from "../pace.ts";
import { batchResults, failureOf, isInvalid } from "./answers.ts";

export type ResendConfig = { apiKey: string; baseUrl?: string; requestsPerSecond?: number; timeoutMs?: number };

/** Documented maximum of one batch request; the SDK does not enforce it. */
const batchSize = 100;

type Door = { resend: Resend; pace: Pace; timeoutMs: number };

/**
 * Mail by Resend's API. The same message is never mailed twice, whatever crashes between us and them, because the
 * idempotency key depends on stored facts alone (kept by Resend for 24 h):
 * - without `batchId` each mail is a request of its own under the key of its message id;
 * - with `batchId` the mails, sorted by id, go in batches under keys of that id. A batch that comes back with other
 *   mails than before is refused by Resend as `invalid_idempotent_request` instead of being sent again.
 * A message that was once tried under a batch must be tried again under that batch.
 */
export function resendMailer(config: ResendConfig, pulse?: Pulse): Mailer {
  const resend = new Resend(config.apiKey, config.baseUrl ? { baseUrl: config.baseUrl } : {});
  const pace = paceOf(config.requestsPerSecond ?? 5, pulse);
  const door: Door = { resend, pace, timeoutMs: config.timeoutMs ?? 15_000 };
  return {
    name: "resend",
    repeatable: true,
    close: () => {},
    async send(mails, { batchId } = {}) {
      const checked = mails.map((mail) => sendable(mail));
      const good = checked.filter((one): one is Extract<Sendable, { kind: "sendable" }> => one.kind === "sendable");
      const results = await sendAll(
        door,
        good.map((one) => one.mail),
        batchId,
      );
      return checked.map((one) => (one.kind === "refused" ? one : (results.get(one.mail.id) ?? unanswered)));
    },
  };
}

const unanswered: MailResult = { kind: "retry", reason: "unreadable_answer", retryAfterSeconds: null };

type Results = Map<string, MailResult>;

async function sendAll(door: Door, mails: OutgoingMail[], batchId: string | undefined): Promise<Results> {
  if (batchId === undefined) return sendEach(door, mails);
  const sorted = mails.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const results: Results = new Map();
  for (let start = 0; start < sorted.length; start += batchSize) {
    const part = sorted.slice(start, start + batchSize);
    for (const [id, result] of await sendBatch(door, part, `batch/${batchId}/${start}`)) results.set(id, result);
  }
  return results;
}

async function sendEach(door: Door, mails: OutgoingMail[]): Promise<Results> {
  return new Map(await Promise.all(mails.map(async (mail) => [mail.id, await sendOne(door, mail)] as const)));
}

async function sendOne(door: Door, mail: OutgoingMail): Promise<MailResult> {
  const held = await door.pace.turn();
  if (held !== null) return { kind: "retry", reason: "rate_limit_exceeded", retryAfterSeconds: held };
  const signal = AbortSignal.timeout(door.timeoutMs);
  const answer = await door.resend.emails.send(payloadOf(mail), { idempotencyKey: mail.id, signal });
  if (answer.data?.id) return { kind: "accepted", providerId: answer.data.id };
  return heeded(door, failureOf(answer.error, answer.headers));
}

async function sendBatch(door: Door, mails: OutgoingMail[], idempotencyKey: string): Promise<Results> {
  const all = (result: MailResult): Results => new Map(mails.map((mail) => [mail.id, result]));
  const held = await door.pace.turn();
  if (held !== null) return all({ kind: "retry", reason: "rate_limit_exceeded", retryAfterSeconds: held });
  const signal = AbortSignal.timeout(door.timeoutMs);
  const options = { batchValidation: "permissive", idempotencyKey, signal } as const;
  const answer = await door.resend.batch.send(mails.map(payloadOf), options);
  if (answer.data) {
    const results = batchResults(answer.data, mails.length);
    return results ? new Map(mails.map((mail, index) => [mail.id, results[index] ?? unanswered])) : all(unanswered);
  }
  const failure = heeded(door, failureOf(answer.error, answer.headers));
  // One bad mail can spoil a batch as a whole. Nothing of it went out, and it will be refused the same way every time,
  // so that the mails may go one by one under their own keys, now and on any retry.
  return failure.kind === "refused" && isInvalid(answer.error) && mails.length > 1
    ? leaveBatch(await sendEach(door, mails))
    : all(failure);
}

function leaveBatch(results: Results): Results {
  return new Map(
    [...results].map(([id, result]) => [id, result.kind === "retry" ? { ...result, alone: true } : result]),
  );
}

function heeded<T extends MailResult>(door: Door, failure: T): T {
  if (failure.kind === "retry" && failure.retryAfterSeconds !== null && /_exceeded$/.test(failure.reason)) {
    door.pace.holdBack(failure.retryAfterSeconds);
  }
  return failure;
}

function payloadOf(mail: OutgoingMail): CreateEmailOptions {
  return {
    from: mail.from,
    to: mail.alsoTo?.length ? [mail.to, ...mail.alsoTo] : mail.to,
    ...(mail.cc?.length ? { cc: mail.cc } : {}),
    ...(mail.bcc?.length ? { bcc: mail.bcc } : {}),
    ...(mail.files?.length ? { attachments: mail.files.map(attached) } : {}),
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: inOneOrder(mail.headers),
    tags: Object.entries(mail.tags).map(([name, value]) => ({ name: tagText(name), value: tagText(value) })),
  };
}

/** A stored mail comes back with its headers in another order; a repeated batch must be the same text, or its key is refused. */
function inOneOrder(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function attached({ name, contentType, content, contentId }: MailFile) {
  return { filename: name, contentType, content: Buffer.from(content), ...(contentId ? { contentId } : {}) };
}

/** Resend takes ASCII letters, digits, dashes and underscores in tags. */
function tagText(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 256) || "_";
}
