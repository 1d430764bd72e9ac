import {
  acrossTenantsClaimMessages,
  acrossTenantsMarkSent,
  acrossTenantsStopEnded,
  type ClaimedMessage,
  type Sent,
} from "#db/across-tenants-jobs.ts";
import { claimSeconds } from "#domain/message.ts";
import type { Mailer, MailResult } from "#integrations/mailer.ts";
import type { Announcement } from "./events.ts";
import { configuredMailer } from "./outside.ts";
import { type Prepared, prepareMessage } from "./prepare-message.ts";
import { again, storeAnswer } from "./store-answer.ts";

type Ready = Extract<Prepared, { kind: "mail" }>;

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
  const claimed = await acrossTenantsClaimMessages(ids, runId, now, claimSeconds);
  const announcements: Announcement[] = [];
  for (const batch of Map.groupBy(claimed, (one) => one.claim).values()) {
    announcements.push(...(await deliverBatch(mailer, batch, now)));
  }
  return announcements;
}

async function deliverBatch(mailer: Mailer, batch: ClaimedMessage[], now: Date): Promise<Announcement[]> {
  const prepared: Prepared[] = [];
  for (const one of batch) {
    prepared.push(await prepareMessage(one, mayRepeat(mailer, one, now), now));
  }
  const made = prepared.filter((one) => one.kind === "mail");
  const ended = await acrossTenantsStopEnded(made.map(({ tenantId, mail }) => ({ tenantId, id: mail.id })));
  const ready = made.filter(({ mail }) => !ended.has(mail.id));
  const mails = ready.map((one) => one.mail);
  const results = mails.length > 0 ? await mailer.send(mails, { batchId: batchIdOf(batch) }) : [];
  const later = prepared.flatMap(nextFor);
  const retaken = batch.some((one) => one.retaken);
  return [...later, ...(await settle(ready, results, { mailer, retaken, now }))];
}

/** What must be asked again later, and what must be written anew before it is. */
function nextFor(one: Prepared): Announcement[] {
  if (one.kind === "later") return again(one.tenantId, one.messageId, one.until);
  if (one.kind !== "stale") return [];
  return [{ name: "draft/reviewed", data: { tenantId: one.tenantId, decisionId: one.decisionId } }];
}

/** A message that left its batch bears its own id as its claim, and goes under that as its key. */
function batchIdOf([first]: ClaimedMessage[]): string | undefined {
  return first?.claim === first?.id ? undefined : first?.claim;
}

/** A mailer that cannot tell a repeated mail, or no longer: better one mail too few than one too many. */
function mayRepeat(mailer: Mailer, one: ClaimedMessage, now: Date): boolean {
  return mailer.repeatable && now.getTime() - Date.parse(one.firstClaimedAt) < repeatableHours * 3_600_000;
}

type By = { mailer: Mailer; retaken: boolean; now: Date };

async function settle(ready: Ready[], results: MailResult[], by: By): Promise<Announcement[]> {
  const sent: Sent[] = [];
  const announcements: Announcement[] = [];
  for (const [index, { tenantId, mail, claimed }] of ready.entries()) {
    const one = { tenantId, id: mail.id };
    const result = results[index];
    if (result?.kind === "accepted") sent.push({ ...one, mailer: by.mailer.name, providerId: result.providerId });
    else if (result?.kind === "refused" && by.retaken && result.reason === knownToProvider)
      sent.push({ ...one, mailer: by.mailer.name, providerId: null });
    else announcements.push(...(await storeAnswer(claimed, result, { repeatable: by.mailer.repeatable, now: by.now })));
  }
  await acrossTenantsMarkSent(sent, by.now);
  return announcements;
}
