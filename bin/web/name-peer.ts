import type { IncomingMessage } from "node:http";
import { isProxy } from "./is-proxy.ts";

type Arrived = { headers: IncomingMessage["headers"]; socket: Pick<IncomingMessage["socket"], "remoteAddress"> };

/**
 * Adds who asks to the X-Forwarded-For of a request, unless a proxy of ours asks for somebody. Whoever comes without a proxy
 * would else be taken for whom they say they are: at the networks of a key, at the door of sign-in.
 */
export function namePeer({ headers, socket }: Arrived): void {
  const peer = socket.remoteAddress;
  if (!peer || isProxy(peer)) return;
  headers["x-forwarded-for"] = [headers["x-forwarded-for"] ?? [], peer].flat().join(", ");
}
