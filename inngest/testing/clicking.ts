import { followLink } from "#app/r/follow-link.ts";
import { type Link, signLink } from "#db/link-tokens.ts";

const browser =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

/** A person's browser asking for a link; the headers may make another of it. */
export function linkRequest(token: string, headers: Record<string, string> = {}, method = "GET"): Request {
  return new Request(`http://127.0.0.1/r/${token}`, { method, headers: { "user-agent": browser, ...headers } });
}

/** Somebody clicks the link of a message. */
export function clickMessage({ tenantId, messageId }: Omit<Link, "kind">): Promise<Response> {
  const token = signLink({ kind: "r", tenantId, messageId });
  return followLink(token, linkRequest(token));
}
