import { webhookHeader } from "./verify.ts";

/** Adobe I/O registers an address only once it has given back the challenge that it was asked with. */
export function handshake(query: URLSearchParams): object | null {
  const challenge = query.get("challenge") ?? "";
  return /^[\w-]{1,200}$/.test(challenge) ? { challenge } : null;
}

/** Adobe Commerce's webhooks are asked while a shopper waits: what it does next is in the answer, and it may go on. */
export function answer({ headers }: { headers: Headers }): object | null {
  return headers.has(webhookHeader) ? { op: "success" } : null;
}
