import { Resend } from "resend";
import { z } from "zod";
import { normalizeAddress } from "#domain/contact.ts";
import { mostMailBytes } from "#domain/inbound/limits.ts";
import { messageIdOf } from "#domain/inbound/message-ids.ts";
import { readJson } from "../json-body.ts";
import { identifier } from "../shapes.ts";
import { isInvalid } from "./answers.ts";

/** A mail that Resend has taken for us and keeps: what its webhook tells of it. */
export type ReceivedNotice = {
  emailId: string;
  messageId: string | null;
  fromAddress: string | null;
  /** Everybody that it was for: the visible recipients and those of the envelope. */
  recipients: string[];
};

const addressList = z
  .array(z.string().max(1_000))
  .max(500)
  .nullish()
  .catch(null)
  .transform((list) => list ?? []);

const received = z.object({
  type: z.literal("email.received"),
  data: z.object({
    email_id: identifier,
    message_id: z.string().max(1_000).nullish().catch(null),
    from: z.string().max(1_000).nullish().catch(null),
    ...{ to: addressList, cc: addressList, bcc: addressList, received_for: addressList },
  }),
});

/** The notice of a verified `email.received` event; null for every other body. */
export function receivedNotice(body: Uint8Array): ReceivedNotice | null {
  const read = readJson(body);
  const parsed = read.kind === "json" ? received.safeParse(read.json) : null;
  if (!parsed?.success) return null;
  const { email_id, message_id, from, to, cc, bcc, received_for } = parsed.data.data;
  const recipients = [...received_for, ...to, ...cc, ...bcc].flatMap((one) => addressIn(one) ?? []);
  return {
    emailId: email_id,
    messageId: messageIdOf(message_id),
    fromAddress: addressIn(from ?? ""),
    recipients: [...new Set(recipients)],
  };
}

const addressIn = (text: string) => normalizeAddress(/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text);

/** `gone`: it will not be given however often it is asked for. `later` left nothing behind and may be asked again. */
export type FetchedMail =
  | { kind: "raw"; content: Uint8Array }
  | { kind: "gone"; reason: string }
  | { kind: "too_large" }
  | { kind: "later"; reason: string };

type Config = { apiKey: string; baseUrl?: string; timeoutMs?: number };

/** Fetches the content of a received mail by Resend's API, as it came over the wire, up to the most that is read. */
export async function fetchResendMail(config: Config, emailId: string): Promise<FetchedMail> {
  const { apiKey, baseUrl, timeoutMs = 30_000 } = config;
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  const signal = AbortSignal.timeout(timeoutMs);
  const { data, error } = await resend.emails.receiving.get(emailId, {}, { signal });
  if (error) {
    const gone = error.name === "not_found" || isInvalid(error);
    return { kind: gone ? "gone" : "later", reason: error.name || "unreadable_answer" };
  }
  const url = data?.raw?.download_url;
  if (!url || !URL.canParse(url)) return { kind: "gone", reason: "no_content" };
  return download(url, signal);
}

async function download(url: string, signal: AbortSignal): Promise<FetchedMail> {
  try {
    const answer = await fetch(url, { signal });
    if (answer.status === 404 || answer.status === 410) return { kind: "gone", reason: `status_${answer.status}` };
    if (!answer.ok || !answer.body) return { kind: "later", reason: `status_${answer.status}` };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.byteLength;
      if (size > mostMailBytes) return { kind: "too_large" };
      chunks.push(chunk);
    }
    return { kind: "raw", content: new Uint8Array(Buffer.concat(chunks)) };
  } catch {
    return { kind: "later", reason: "no_answer" };
  }
}
