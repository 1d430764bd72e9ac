import { acrossTenantsFindMessages, acrossTenantsStoreWebhooks } from "#db/across-tenants-doors.ts";
import { currentTime } from "#db/clock.ts";
import { newId } from "#db/ids.ts";
import { env } from "#env";
import { receiveMail, tellArrivals } from "#inngest/receive-mail.ts";
import { mailWebhook, type ReceivedNotice } from "#integrations/mailer.ts";
import { errorAnswer, tellRunner } from "./answers.ts";
import { readBody, unreadAnswer } from "./read-body.ts";

const mebibyte = 1_048_576;

/** Reports of the mail provider: verified, stored with the tenant whose message they are about, answered. */
export async function receiveMailWebhook(request: Request): Promise<Response> {
  const body = await readBody(request, mebibyte);
  if (typeof body === "string") return unreadAnswer(body, mebibyte);
  const secret = env().RESEND_WEBHOOK_SECRET;
  if (!secret) return errorAnswer(404, "not_found", "No mail provider is connected.");
  const verified = mailWebhook.verify({ headers: request.headers, body, secrets: [secret], now: new Date() });
  if (verified.kind === "refused") return errorAnswer(401, verified.reason, "The signature does not hold.");
  const { deliveryId, topic } = verified;
  const notice = mailWebhook.received(body);
  if (notice) return takeNotice(notice);
  const said = mailWebhook.translate({ deliveryId, body });
  const reports = said.kind === "reports" ? said.reports : [];
  const providerIds = reports.map((report) => report.providerMessageId);
  // A tag is whatever its sender wrote, and only what may be an id of ours is asked for.
  const messageIds = reports.flatMap((report) => report.tags.message_id ?? []).filter((id) => /^\w{1,60}$/.test(id));
  const owners = await acrossTenantsFindMessages({ providerIds, messageIds });
  const receivedAt = await currentTime();
  const rows = [...new Set(owners.map((owner) => owner.tenantId))].map((tenantId) => ({
    ...{ tenantId, deliveryId, topic, body, receivedAt },
    id: newId("webhookEvent", receivedAt),
    sourceId: "email",
  }));
  const stored = await acrossTenantsStoreWebhooks(rows);
  void tellRunner(stored);
  return Response.json({ ok: true, stored: stored.length });
}

/** A mail that the provider took in for us: stored as a notice, and fetched by the job that reads it. */
async function takeNotice({ recipients, emailId, ...notice }: ReceivedNotice): Promise<Response> {
  const mail = { ...notice, recipients, fetchId: emailId, envelopeFrom: null, source: "resend" as const };
  const taken = await receiveMail(mail, await currentTime());
  void tellArrivals(taken);
  return Response.json({ ok: true, stored: taken.filter((one) => one.isNew).length });
}
