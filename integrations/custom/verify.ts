import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { verifyStandardWebhook } from "../standard-webhooks.ts";

/** Standard Webhooks, with the topic from the body's `type`; a body that names none is stored under `unknown`. */
export function verify(request: VerifyRequest): Verified | Refused {
  const verdict = verifyStandardWebhook(request, "webhook");
  return verdict.kind === "refused" ? verdict : { ...verdict, topic: topicOf(request.body) };
}

function topicOf(body: Uint8Array): string {
  try {
    const type: unknown = JSON.parse(new TextDecoder().decode(body))?.type;
    return typeof type === "string" && /^[a-z_.]{1,60}$/.test(type) ? type : "unknown";
  } catch {
    return "unknown";
  }
}
