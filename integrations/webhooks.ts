import { Webhook } from "standardwebhooks";
import { addressRefusal } from "./public-fetch.ts";
import { type PostOutcome, type PostRules, postPublic } from "./public-post.ts";

export type { PostOutcome, PostRules };
export { addressRefusal };

/** `secrets` each sign: while one is rotated, the new and the old. */
export type OutgoingWebhook = { id: string; url: string; secrets: string[]; at: Date; payload: unknown };

/** Posts JSON to an address of a tenant's choice, signed as Standard Webhooks says. Never throws. */
export function postWebhook(
  { id, url, secrets, at, payload }: OutgoingWebhook,
  rules: PostRules,
): Promise<PostOutcome> {
  const body = JSON.stringify(payload);
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
    "user-agent": "Comeback",
  };
  return postPublic({ url, body, headers }, rules);
}

/** One word for what a post came to: `ok`, `status 503`, or why there was no answer. */
export function outcomeText(outcome: PostOutcome): string {
  if (outcome.kind === "failed") return outcome.reason;
  return outcome.status >= 200 && outcome.status < 300 ? "ok" : `status ${outcome.status}`;
}
