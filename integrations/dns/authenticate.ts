import ipaddr from "ipaddr.js";
import type { DNSResolver } from "mailauth";
import {
  judgeSender,
  nothingAsked,
  type ProofResult,
  type SenderFacts,
  type Verdict,
} from "#domain/inbound/authenticity.ts";
import { boundedDns, type Dns } from "./resolver.ts";

/** The server that handed a mail to a server of ours: its address, its name for itself, and by its word the sender. */
export type Peer = { address: string; name: string | null; envelopeFrom: string | null };

export type AskedMail = {
  raw: Uint8Array;
  /** Who it says it is from, as it will be acted upon. */
  fromAddress: string;
  /** Null where nobody knows who brought it. */
  peer: Peer | null;
  now: Date;
};

const bounds = { mostQueries: 60, mostMs: 15_000 };
/** A mail bears one signature of each house that it passed; of one with more none is looked at. */
const mostSignatures = 10;
const leastKeyBits = 1_024;

// The library is loaded with the first mail: who has no mailbox spares its thirty megabytes.

/**
 * Whether a mail's sender is whom it says: DKIM over its bytes, SPF of who brought it, DMARC for its From. Bounded in time and
 * questions. Never throws: what cannot be asked is not known.
 */
export async function authenticateMail(mail: AskedMail, dns: Dns): Promise<Verdict> {
  const domain = mail.fromAddress.slice(mail.fromAddress.lastIndexOf("@") + 1);
  const bounded = boundedDns(dns, bounds);
  // The library's types forget that MX records are no texts.
  const resolver: DNSResolver = (name, type) => bounded.resolve(name, type) as ReturnType<DNSResolver>;
  try {
    const [signed, brought] = await Promise.all([signaturesOf(mail, resolver), spfOf(mail.peer, resolver)]);
    const asked = { domain, dkim: signed.results, spf: brought, hasSeveralSenders: signed.fromFields > 1 };
    return judgeSender({ ...asked, dmarc: await dmarcOf(asked, resolver) });
  } catch {
    return nothingAsked;
  }
}

type Signed = { results: SenderFacts["dkim"]; fromFields: number };

async function signaturesOf({ raw, now }: AskedMail, resolver: DNSResolver): Promise<Signed> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const { signatures, senders: fromFields } = countHeaders(bytes);
  if (signatures === 0 || signatures > mostSignatures) return { results: [], fromFields };
  const options = { resolver, curTime: now, minBitLength: leastKeyBits, rejectRsaSha1: true };
  const { dkimVerify } = await import("mailauth/lib/dkim/verify.js");
  const { results } = await dkimVerify(bytes, options);
  return {
    fromFields,
    results: results.flatMap(({ signingDomain, status, bodyHash, bodyHashExpecting }) => {
      if (!signingDomain || status.result === "none") return [];
      const changed = bodyHash !== undefined && bodyHash !== bodyHashExpecting;
      // Whatever stands behind the signed part of a body anybody may have written.
      const whole = status.result !== "pass" || !status.underSized;
      return [
        { domain: signingDomain, result: whole ? resultOf(changed ? "fail" : status.result) : ("none" as const) },
      ];
    }),
  };
}

function countHeaders(raw: Buffer): { signatures: number; senders: number } {
  const ends = [raw.indexOf("\r\n\r\n"), raw.indexOf("\n\n")].filter((at) => at >= 0);
  const head = raw.subarray(0, Math.min(raw.byteLength, 1_048_576, ...ends)).toString("latin1");
  const count = (name: RegExp) => [...head.matchAll(name)].length;
  return { signatures: count(/^dkim-signature[ \t]*:/gim), senders: count(/^from[ \t]*:/gim) };
}

async function spfOf(peer: Peer | null, resolver: DNSResolver): Promise<SenderFacts["spf"]> {
  if (!peer) return null;
  const { address: ip, name, envelopeFrom } = peer;
  const sender = envelopeFrom || (name?.includes(".") ? `postmaster@${name}` : "");
  if (!sender.includes("@")) return null;
  const { spf } = await import("mailauth/lib/spf/index.js");
  const { domain, status } = await spf({
    sender,
    ip,
    helo: name ?? ip,
    mta: "localhost",
    resolver,
    maxElapsedTime: bounds.mostMs,
  });
  return domain ? { domain, result: resultOf(status.result) } : null;
}

type AskedDmarc = Pick<SenderFacts, "domain" | "dkim" | "spf">;

async function dmarcOf(
  { domain, dkim, spf: brought }: AskedDmarc,
  resolver: DNSResolver,
): Promise<SenderFacts["dmarc"]> {
  const { evaluateDmarc } = await import("mailauth/lib/dmarc/index.js");
  const { response } = await evaluateDmarc({
    headerFrom: `sender@${domain}`,
    spfDomains: brought?.result === "pass" ? [brought.domain] : [],
    dkimDomains: dkim.flatMap((one) => (one.result === "pass" ? [{ domain: one.domain }] : [])),
    resolver,
  });
  if (!response) return { result: "none", refuses: false };
  return { result: resultOf(response.status.result), refuses: ["quarantine", "reject"].includes(response.policy) };
}

function resultOf(said: string): ProofResult {
  if (said === "pass") return "pass";
  if (said === "fail" || said === "softfail") return "fail";
  return said === "temperror" ? "error" : "none";
}

const insideRanges = new Set(["loopback", "private", "linkLocal", "uniqueLocal", "carrierGradeNat", "unspecified"]);

/** A relay's address is told from a stranger's: it is one of this network, or one that the operator named. */
export function isRelay(address: string, named: string[]): boolean {
  const at = plainAddress(address);
  if (!at) return false;
  if (insideRanges.has(at.range())) return true;
  return named.some((one) => {
    const [net, bits] = one.includes("/") ? ipaddr.parseCIDR(one) : [ipaddr.parse(one), null];
    if (net.kind() !== at.kind()) return false;
    return at.match(net, bits ?? (at.kind() === "ipv4" ? 32 : 128));
  });
}

const plainAddress = (text: string) => (ipaddr.isValid(text) ? ipaddr.process(text) : null);

/** Who handed a mail to the server whose `Received` header stands on top, as that server says; null where it is not clear. */
export function peerIn(received: string | undefined, envelopeFrom: string | null): (Peer & { by: string }) | null {
  const said = /^from\s+(\S+)\s+\(([^()]*(?:\([^()]*\)[^()]*)*)\)[\s\S]*?\bby\s+([\w.-]+)/i.exec(
    (received ?? "").slice(0, 2_000),
  );
  const [, name = "", comment = "", by = ""] = said ?? [];
  const found = /\[(?:IPv6:)?([0-9a-f.:]+)\]/i.exec(comment)?.[1] ?? "";
  const at = plainAddress(found);
  if (!said || !at || insideRanges.has(at.range())) return null;
  return { address: at.toString(), name, envelopeFrom, by };
}
