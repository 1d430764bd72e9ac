import {
  acrossTenantsClaimMessages,
  acrossTenantsMarkSent,
  type ClaimedMessage,
  type Sent,
} from "#db/across-tenants-jobs.ts";
import { failMessage, postponeMessage } from "#db/messages.ts";
import { withScope } from "#db/scope.ts";
import type { Mailer, MailResult } from "#integrations/mailer.ts";
import type { Announcement } from "./events.ts";
import { configuredMailer } from "./outside.ts";
import { type Prepared, prepareMessage } from "./prepare-message.ts";

type Ready = Extract<Prepared, { kind: "mail" }>;

/** A claim whose process died is taken again after this long, by the business clock. */
const staleSeconds = 300;
const retryMinutes = [1, 5, 15, 60, 240];

/** Resend keeps its idempotency keys for 24 h; after that a repeated batch would be a second mail. */
const repeatableHours = 23;

/**
 * Claims, prepares and hands over messages, and stores each answer. `claim` names this try: the same try repeated takes
 * its own messages again. Returns the announcements for messages that must be asked again later.
 */
export async function deliverMessages(
  ids: { tenantId: string; id: string }[],
  claim: string,
  now: Date,
): Promise<Announcement[]> {
  const mailer = configuredMailer();
  const claimed = await acrossTenantsClaimMessages(ids, claim, now, staleSeconds);
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
  const ready = prepared.filter((one) => one.kind === "mail");
  const batchId = batch[0]?.claim;
  const results =
    ready.length > 0
      ? await mailer.send(
          ready.map((one) => one.mail),
          { batchId },
        )
      : [];
  const later = prepared.flatMap((one) => (one.kind === "later" ? again(one.tenantId, one.messageId, one.until) : []));
  return [...later, ...(await settle(ready, results, { mailer: mailer.name, now }))];
}

function mayRepeat(mailer: Mailer, one: ClaimedMessage, now: Date): boolean {
  return mailer.repeatable && now.getTime() - Date.parse(one.firstClaimedAt) < repeatableHours * 3_600_000;
}

async function settle(
  ready: Ready[],
  results: MailResult[],
  by: { mailer: string; now: Date },
): Promise<Announcement[]> {
  const sent: Sent[] = [];
  const announcements: Announcement[] = [];
  for (const [index, { tenantId, mail }] of ready.entries()) {
    const result = results[index];
    if (result?.kind === "accepted")
      sent.push({ tenantId, id: mail.id, mailer: by.mailer, providerId: result.providerId });
    else if (result?.kind === "refused") await fail({ tenantId, id: mail.id }, result.reason);
    else announcements.push(...(await postpone({ tenantId, id: mail.id }, result, by.now)));
  }
  await acrossTenantsMarkSent(sent, by.now);
  return announcements;
}

async function postpone(
  one: { tenantId: string; id: string },
  result: MailResult | undefined,
  now: Date,
): Promise<Announcement[]> {
  return withScope(one.tenantId, async (scope) => {
    const seconds = result?.kind === "retry" ? result.retryAfterSeconds : null;
    const until = await postponeMessage(
      scope,
      one.id,
      result?.kind === "retry" ? result.reason : "no_answer",
      (attempts) => {
        const minutes = retryMinutes[attempts - 1];
        return minutes === undefined
          ? null
          : new Date(now.getTime() + (seconds === null ? minutes * 60_000 : seconds * 1_000));
      },
    );
    return until ? again(one.tenantId, one.id, until) : [];
  });
}

function fail({ tenantId, id }: Pick<ClaimedMessage, "tenantId" | "id">, reason: string): Promise<void> {
  return withScope(tenantId, (scope) => failMessage(scope, id, reason));
}

function again(tenantId: string, messageId: string, until: Date): Announcement[] {
  return [{ name: "message/queued", data: { tenantId, messageId }, ts: until.getTime() }];
}
