import { z } from "zod";
import type { MessageEventKind } from "#domain/message.ts";
import type { IgnoredReason } from "#domain/shop-event.ts";
import { type Rejection, readJson } from "../json-body.ts";
import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { identifier, instant, optionalText, rejectionOf } from "../shapes.ts";
import { verifyStandardWebhook } from "../standard-webhooks.ts";

/** A provider's report on one message. `permanent` means that the address itself is no good any more. */
export type MailReport = {
  providerEventId: string;
  providerMessageId: string;
  kind: MessageEventKind;
  at: Date;
  permanent: boolean;
  /** Who fetched the image or followed the link, by its own name; null where the provider does not say. */
  userAgent: string | null;
  tags: Record<string, string>;
};

export type MailReports =
  | { kind: "reports"; reports: MailReport[] }
  | { kind: "ignored"; reason: IgnoredReason }
  | Rejection;

/** Checks Resend's Svix signature over the raw bytes; the topic is the event's own type. */
export function verifyResendWebhook(request: VerifyRequest): Verified | Refused {
  const verdict = verifyStandardWebhook(request, "svix");
  if (verdict.kind === "refused") return verdict;
  const read = readJson(request.body);
  const named = read.kind === "json" ? envelope.safeParse(read.json) : null;
  const type = named?.success ? named.data.type : "unknown";
  return { ...verdict, topic: /^[a-z_.]{1,60}$/.test(type) ? type : "unknown" };
}

/** Turns a stored Resend event into reports. At least once and in no order: `providerEventId` is the delivery's id. */
export function translateResendEvent(request: { deliveryId: string; body: Uint8Array }): MailReports {
  const body = readJson(request.body);
  if (body.kind === "rejected") return body;
  const named = envelope.safeParse(body.json);
  if (!named.success) return rejectionOf(named.error);
  const { type } = named.data;
  if (type === "email.sent" || type === "email.scheduled") return { kind: "ignored", reason: "nothing_to_do" };
  const kind = kinds.get(type);
  if (!kind) return { kind: "ignored", reason: "unknown_topic" };
  const parsed = event.safeParse(body.json);
  if (!parsed.success) return rejectionOf(parsed.error);
  return { kind: "reports", reports: [reportOf(parsed.data, kind, request.deliveryId)] };
}

const kinds = new Map<string, MessageEventKind>([
  ["email.delivered", "delivered"],
  ["email.opened", "opened"],
  ["email.clicked", "clicked"],
  ["email.bounced", "bounced"],
  // Resend did not even try: the address bounced for good or complained before, here or elsewhere in the account.
  ["email.suppressed", "bounced"],
  ["email.complained", "complained"],
  ["email.delivery_delayed", "delayed"],
  ["email.failed", "failed"],
]);

const envelope = z.object({ type: z.string() });

const tagList = z.array(z.object({ name: z.string(), value: z.string() }));
const tags = z
  .union([
    z.record(z.string(), z.string()),
    tagList.transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
  ])
  .nullish()
  .catch(null);

const event = z.object({
  type: z.string(),
  created_at: instant,
  data: z.object({
    email_id: identifier,
    tags,
    bounce: z
      .object({ type: optionalText(40) })
      .nullish()
      .catch(null),
    click: z.object({ timestamp: instant }).nullish().catch(null),
    open: z
      .object({ timestamp: instant.nullish().catch(null), userAgent: optionalText(500) })
      .nullish()
      .catch(null),
  }),
});

function reportOf(parsed: z.infer<typeof event>, kind: MessageEventKind, deliveryId: string): MailReport {
  const { data, type } = parsed;
  const bounced = type === "email.bounced";
  const permanent = bounced ? data.bounce?.type?.toLowerCase() === "permanent" : kind === "bounced";
  return {
    providerEventId: deliveryId,
    providerMessageId: data.email_id,
    kind: bounced && !permanent ? "soft_bounced" : kind,
    at: data.click?.timestamp ?? data.open?.timestamp ?? parsed.created_at,
    permanent: permanent || kind === "complained",
    userAgent: data.open?.userAgent ?? null,
    tags: data.tags ?? {},
  };
}
