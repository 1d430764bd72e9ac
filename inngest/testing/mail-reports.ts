import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { receiveMailWebhook } from "#app/api/webhooks/receive-mail-webhook.ts";
import type { SunkMail } from "#integrations/testing/resend-sink.ts";

/** The secret that a test puts into the environment as Resend's. */
export const reportSecret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;

type Report = { type: string; bounce?: { type: string }; deliveryId?: string; secret?: string };

/** Reports on a mail as Resend would, signed by the library of the standard that Svix speaks. */
export async function reportOn(
  mail: Pick<SunkMail, "id" | "to" | "subject" | "tags">,
  { type, bounce, deliveryId = randomUUID(), secret = reportSecret }: Report,
): Promise<Response> {
  const sentAt = new Date();
  const tags = Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value]));
  const about = { email_id: mail.id, to: [mail.to], subject: mail.subject, tags, ...(bounce ? { bounce } : {}) };
  const body = JSON.stringify({ type, created_at: sentAt.toISOString(), data: about });
  const headers = {
    "svix-id": deliveryId,
    "svix-timestamp": String(Math.floor(sentAt.getTime() / 1_000)),
    "svix-signature": new Webhook(secret).sign(deliveryId, sentAt, body),
  };
  const answer = await receiveMailWebhook(
    new Request("http://127.0.0.1/api/webhooks/email", { method: "POST", headers, body }),
  );
  await untilTold();
  return answer;
}
