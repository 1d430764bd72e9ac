import type { Arrival } from "#db/mail-arrivals.ts";
import { normalizeAddress } from "#domain/contact.ts";
import type { Verdict } from "#domain/inbound/authenticity.ts";
import type { ReadMail } from "#domain/inbound/mail.ts";
import { env } from "#env";
import { authenticateMail, isRelay, type Peer, peerIn } from "#integrations/dns.ts";
import { configuredDns } from "./configured-dns.ts";

type Arrived = Pick<Arrival, "source" | "envelopeFrom" | "peerAddress" | "peerName">;

/** Whether a mail that came in is from whom it says, as far as its door tells who brought it. */
export function authenticateArrival(
  arrival: Arrived,
  { raw, read, fromAddress }: { raw: Uint8Array; read: ReadMail; fromAddress: string },
  now: Date,
): Promise<Verdict> {
  return authenticateMail({ raw, fromAddress, peer: peerOf(arrival, read), now }, configuredDns());
}

/** Whose servers Resend takes mail in by: the newest `Received` of what it keeps is theirs, and nobody else can write above it. */
const resendsServers = /(?:^|\.)amazonaws\.com$/i;

/**
 * The server that brought a mail to the first server of ours or of our provider's. A relay of ours says it in the header that
 * it wrote last; what stands in a file that somebody brought in anybody may have written.
 */
function peerOf({ source, envelopeFrom, peerAddress, peerName }: Arrived, { headers }: ReadMail): Peer | null {
  if (source === "upload") return null;
  if (source === "resend") {
    const brought = peerIn(headers.received, normalizeAddress((headers["return-path"] ?? "").replace(/[<>\s]/g, "")));
    return brought && resendsServers.test(brought.by) ? brought : null;
  }
  if (!peerAddress) return null;
  if (isRelay(peerAddress, env().MAIL_IN_RELAYS)) return peerIn(headers.received, envelopeFrom);
  return { address: peerAddress, name: peerName, envelopeFrom };
}
