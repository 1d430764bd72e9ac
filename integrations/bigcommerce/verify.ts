import { z } from "zod";
import { readJson } from "../json-body.ts";
import type { Refused, Verified, VerifyRequest } from "../platform.ts";
import { verifyStandardWebhook } from "../standard-webhooks.ts";

const named = z.object({ scope: z.string().regex(/^store\/[A-Za-z0-9/_-]{1,100}$/) });

/**
 * Standard Webhooks under the app's client secret as it stands, which the standard's libraries want in base64. The
 * body's `hash` is a fingerprint that anybody can make, and no signature.
 */
export function verify(request: VerifyRequest): Verified | Refused {
  const secrets = request.secrets.map((secret) => Buffer.from(secret.trim()).toString("base64"));
  const verdict = verifyStandardWebhook({ ...request, secrets }, "webhook");
  return verdict.kind === "refused" ? verdict : { ...verdict, topic: topicOf(request.body) };
}

function topicOf(body: Uint8Array): string {
  const read = readJson(body);
  return (read.kind === "json" && named.safeParse(read.json).data?.scope) || "unknown";
}
