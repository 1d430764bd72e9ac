import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Why a tenant's own address got no post, or no answer came. A redirect is never followed: its target was never checked. */
export const postFaults = [
  "no_web_address",
  "private_address",
  "unknown_host",
  "no_connection",
  "timeout",
  "redirected",
] as const;
export type PostFault = (typeof postFaults)[number];

export type PostOutcome =
  | { kind: "answered"; status: number; retryAfterSeconds: number | null; answer: string }
  | { kind: "failed"; reason: PostFault };

/** So much of an answer is read, for so long: it is kept for people who look for what went wrong. */
const answerBytes = 500;
const answerMs = 1_000;

/** `allowPrivate` is the operator's word that addresses of this machine and its network may be posted to. */
export type PostRules = { allowPrivate: boolean; timeoutMs?: number; resolve?: typeof lookup };

type Post = { url: string; body: string; headers?: Record<string, string> };

/** Whether an IP address is one of the open internet; loopback, private, link-local, mapped and reserved ones are not. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/**
 * Posts to an address that somebody typed in. The address is checked after the name was resolved, on the very address
 * that is then connected to, so that no second answer of the name server can point elsewhere. Never throws.
 */
export function postPublic({ url, body, headers }: Post, rules: PostRules): Promise<PostOutcome> {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !/^https?:$/.test(target.protocol) || target.username || target.password)
    return failed("no_web_address");
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !rules.allowPrivate && !isPublicAddress(host)) return failed("private_address");
  return new Promise((resolve) => {
    const send = target.protocol === "https:" ? https.request : http.request;
    const request = send(target, {
      method: "POST",
      agent: false,
      lookup: guardedLookup(rules),
      signal: AbortSignal.timeout(rules.timeoutMs ?? 10_000),
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
    });
    request.once("response", (response) => {
      beginningOf(response).then((answer) => resolve(outcomeOf(response, answer)));
    });
    request.once("error", (error) => resolve({ kind: "failed", reason: reasonOf(error) }));
    request.end(body);
  });
}

const failed = (reason: PostFault): Promise<PostOutcome> => Promise.resolve({ kind: "failed", reason });

class PrivateAddress extends Error {}

/** A lookup that hands on public addresses only; one private address among several refuses the name. */
export function guardedLookup({
  allowPrivate,
  resolve = lookup,
}: Pick<PostRules, "allowPrivate" | "resolve">): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return answer(error, "", 0);
      if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) {
        return answer(new PrivateAddress("a private address"), "", 0);
      }
      const [first] = found;
      if (options.all) return answer(null, found);
      return answer(null, first?.address ?? "", first?.family);
    });
  };
}

/** The beginning of an answer as one line of text; what breaks off or goes on is left there. */
function beginningOf(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(patience);
      response.destroy();
      const text = Buffer.concat(parts).subarray(0, answerBytes).toString();
      resolve(
        text
          .toWellFormed()
          .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
          .trim(),
      );
    };
    const patience = setTimeout(done, answerMs);
    response.on("error", done);
    response.once("end", done);
    response.once("aborted", done);
    response.on("data", (part: Buffer) => {
      parts.push(part);
      bytes += part.byteLength;
      if (bytes >= answerBytes) done();
    });
  });
}

function outcomeOf({ statusCode = 0, headers }: http.IncomingMessage, answer: string): PostOutcome {
  if (statusCode >= 300 && statusCode < 400) return { kind: "failed", reason: "redirected" };
  const seconds = Number(headers["retry-after"]);
  const known = headers["retry-after"] !== undefined && Number.isFinite(seconds) && seconds >= 0;
  return { kind: "answered", status: statusCode, retryAfterSeconds: known ? Math.min(seconds, 86_400) : null, answer };
}

function reasonOf(error: Error & { code?: string }): PostFault {
  if (error instanceof PrivateAddress) return "private_address";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "timeout";
  return error.code === "ENOTFOUND" || error.code === "EAI_AGAIN" ? "unknown_host" : "no_connection";
}
