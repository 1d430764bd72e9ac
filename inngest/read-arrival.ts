import { type Arrival, putOffArrival, settleArrival, takeArrival } from "#db/mail-arrivals.ts";
import { withJobScope } from "#db/scope.ts";
import { mostMailBytes } from "#domain/inbound/limits.ts";
import type { ArrivalRefusal } from "#domain/inbox.ts";
import { env } from "#env";
import { fetchResendMail, readMail } from "#integrations/mail-reader.ts";
import { askForIntent } from "./ask-for-intent.ts";
import { authenticateArrival } from "./authenticate-arrival.ts";
import type { Announcement } from "./events.ts";
import { judgeMail } from "./judge-mail.ts";
import { senderOf } from "./sender-of.ts";
import { storeMail } from "./store-mail.ts";

type Which = { tenantId: string; arrivalId: string };
type Content =
  | { kind: "raw"; content: Uint8Array }
  | { kind: "refused"; because: ArrivalRefusal }
  | { kind: "later"; until: Date };

const takenMinutes = 5;
/** After so many tries that broke off, a mail is set aside for people to look at. */
const mostTries = 20;
/** Minutes until a mail is fetched again that could not be; after the last it counts as gone. */
const fetchMinutes = [1, 5, 15, 60, 240, 720];

/**
 * Reads a mail that came in: fetches it where a door was only told of it, parses it, asks DNS whether it is from whom it
 * says, tells what its sender wants, and stores it with all that follows in one transaction. However often it is called, the mail counts once.
 */
export async function readArrival({ tenantId, arrivalId }: Which, now: Date): Promise<Announcement[]> {
  const again = new Date(now.getTime() + takenMinutes * 60_000);
  const arrival = await withJobScope(tenantId, (scope) => takeArrival(scope, arrivalId, again, now));
  if (!arrival) return [];
  if (arrival.attempts > mostTries) return refuse({ tenantId, arrivalId }, "unreadable", now);
  const got = await contentOf(arrival, now);
  if (got.kind === "later") {
    await withJobScope(tenantId, (scope) => putOffArrival(scope, arrivalId, got.until));
    return [{ name: "mail/arrived", data: { tenantId, arrivalId }, ts: got.until.getTime() }];
  }
  if (got.kind === "refused") return refuse({ tenantId, arrivalId }, got.because, now);
  const reading = await readMail(got.content);
  if (reading.kind === "unreadable") return refuse({ tenantId, arrivalId }, "unreadable", now, got.content);
  const fromAddress = senderOf(reading.mail, arrival);
  if (!fromAddress) return refuse({ tenantId, arrivalId }, "no_sender", now, got.content);
  const verdict = await authenticateArrival(arrival, { raw: got.content, read: reading.mail, fromAddress }, now);
  const judged = await withJobScope(tenantId, (scope) => judgeMail(scope, arrival, reading.mail, verdict));
  const intent = judged.asksModel ? await askForIntent(tenantId, judged.mail, now) : null;
  const mail = intent ? { ...judged.mail, intent, intentBy: "model" as const } : judged.mail;
  return withJobScope(tenantId, (scope) => storeMail(scope, { ...judged, mail, arrival, read: reading.mail }, now));
}

async function contentOf({ content, fetchId, attempts }: Arrival, now: Date): Promise<Content> {
  if (content) return { kind: "raw", content };
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = env();
  if (!fetchId) return { kind: "refused", because: "gone" };
  const fetched = apiKey
    ? await fetchResendMail({ apiKey, ...(baseUrl ? { baseUrl } : {}) }, fetchId)
    : { kind: "later" as const };
  if (fetched.kind === "raw") return tooLarge(fetched.content) ?? fetched;
  if (fetched.kind === "too_large") return { kind: "refused", because: "too_large" };
  const minutes = fetched.kind === "later" ? fetchMinutes[attempts - 1] : undefined;
  if (minutes === undefined) return { kind: "refused", because: "gone" };
  return { kind: "later", until: new Date(now.getTime() + minutes * 60_000) };
}

const tooLarge = (content: Uint8Array): Content | null =>
  content.byteLength > mostMailBytes ? { kind: "refused", because: "too_large" } : null;

async function refuse(
  { tenantId, arrivalId }: Which,
  because: ArrivalRefusal,
  now: Date,
  keep?: Uint8Array,
): Promise<Announcement[]> {
  const outcome = { refusedBecause: because, ...(keep ? { keep } : {}) };
  await withJobScope(tenantId, (scope) => settleArrival(scope, arrivalId, outcome, now));
  return [];
}
