import {
  acrossTenantsClaimMessages,
  acrossTenantsMarkSent,
  acrossTenantsStopBought,
  type ClaimedMessage,
  type Sent,
} from "#db/across-tenants-jobs.ts";
import { failMessage, keepClaimed, postponeMessage } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import type { Mailer, MailResult } from "#integrations/mailer.ts";
import type { Announcement } from "./events.ts";
import { configuredMailer } from "./outside.ts";
import { type Prepared, prepareMessage } from "./prepare-message.ts";

type Ready = Extract<Prepared, { kind: "mail" }>;

/** A claim whose process died is taken again after this long, by the business clock. */
const staleSeconds = 300;
const retryMinutes = [1, 5, 15, 60, 240];

/** Resend's word for a key that came before with other mails: an order has come meanwhile and thinned out the batch. */
const knownToProvider = "invalid_idempotent_request";

/** Resend keeps its idempotency keys for 24 h; after that a repeated batch would be a second mail. */
const repeatableHours = 23;

/**
 * Claims, prepares and hands over messages, and stores each answer. A run that repeats takes its own messages again.
 * Returns the announcements for messages that must be asked again later.
 */
export async function deliverMessages(
  ids: { tenantId: string; id: string }[],
  runId: string,
  now: Date,
): Promise<Announcement[]> {
  const mailer = configuredMailer();
  const claimed = await acrossTenantsClaimMessages(ids, runId, now, staleSeconds);
  const announcements: Announcement[] = [];
  for (const batch of Map.groupBy(claimed, (one) => one.claim).values()) {
    announcements.push(...(await deliverBatch(mailer, batch, now)));
  }
  return announcements;
}

async function deliverBatch(mailer: Mailer, batch: ClaimedMessage[], now: Date): Promise<Announcement[]> {
  const prepared: Prepared[] = [];
  for (const one of batch) {
    // This mailer cannot tell a repeated mail, or no longer: better one mail too few than one too many.
    if (one.retaken && !mayRepeat(mailer, one, now)) await fail(one, "outcome_unknown");
    else prepared.push(await prepareMessage(one, now));
  }
  const made = prepared.filter((one) => one.kind === "mail");
  const bought = await acrossTenantsStopBought(made.map(({ tenantId, mail }) => ({ tenantId, id: mail.id })));
  const ready = made.filter(({ mail }) => !bought.has(mail.id));
  const mails = ready.map((one) => one.mail);
  const results = mails.length > 0 ? await mailer.send(mails, { batchId: batchIdOf(batch) }) : [];
  const later = prepared.flatMap((one) => (one.kind === "later" ? again(one.tenantId, one.messageId, one.until) : []));
  const retaken = batch.some((one) => one.retaken);
  return [...later, ...(await settle(ready, results, { mailer, retaken, now }))];
}

/** A message that left its batch bears its own id as its claim, and goes under that as its key. */
function batchIdOf([first]: ClaimedMessage[]): string | undefined {
  return first?.claim === first?.id ? undefined : first?.claim;
}

function mayRepeat(mailer: Mailer, one: ClaimedMessage, now: Date): boolean {
  return mailer.repeatable && now.getTime() - Date.parse(one.firstClaimedAt) < repeatableHours * 3_600_000;
}

type By = { mailer: Mailer; retaken: boolean; now: Date };

async function settle(ready: Ready[], results: MailResult[], by: By): Promise<Announcement[]> {
  const sent: Sent[] = [];
  const announcements: Announcement[] = [];
  for (const [index, { tenantId, mail }] of ready.entries()) {
    const one = { tenantId, id: mail.id };
    const result = results[index];
    if (result?.kind === "accepted") sent.push({ ...one, mailer: by.mailer.name, providerId: result.providerId });
    else if (result?.kind === "refused" && by.retaken && result.reason === knownToProvider)
      sent.push({ ...one, mailer: by.mailer.name, providerId: null });
    else if (result?.kind === "refused") await fail(one, result.reason);
    else announcements.push(...(await putOff(one, result, by)));
  }
  await acrossTenantsMarkSent(sent, by.now);
  return announcements;
}

/** Without an answer the provider may have the mail: where it tells a repeat by the batch, the batch stays as it is. */
async function putOff(
  one: { tenantId: string; id: string },
  result: Extract<MailResult, { kind: "retry" }> | undefined,
  { mailer, now }: By,
): Promise<Announcement[]> {
  const { reason = "no_answer", retryAfterSeconds: seconds = null, alone = false } = result ?? {};
  const untilAfter = (attempts: number) => {
    const minutes = retryMinutes[attempts - 1];
    if (minutes === undefined) return null;
    return new Date(now.getTime() + (seconds === null ? minutes * 60_000 : seconds * 1_000));
  };
  return withScope(one.tenantId, async (scope) => {
    const until = mailer.repeatable
      ? await keepClaimed(scope, one.id, { reason, claim: alone ? one.id : null }, untilAfter)
      : await postponeMessage(scope, one.id, reason, untilAfter);
    return until ? again(one.tenantId, one.id, until) : [];
  });
}

function fail({ tenantId, id }: Pick<ClaimedMessage, "tenantId" | "id">, reason: string): Promise<void> {
  return withScope(tenantId, (scope) => failMessage(scope, id, reason));
}

function again(tenantId: string, messageId: string, until: Date): Announcement[] {
  return [{ name: "message/queued", data: { tenantId, messageId }, ts: until.getTime() }];
}
