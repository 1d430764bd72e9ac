import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { guardedLookup, isPublicAddress } from "./public-post.ts";

/** Longer answers than this are cut off at the door: none that we ask for comes near. */
const mostBytes = 2_000_000;

/** What was asked for is not given: an address that is not public, a redirect, or an answer without end. */
export class FetchRefused extends Error {
  readonly reason: "no_web_address" | "private_address" | "redirected" | "too_long";

  constructor(reason: FetchRefused["reason"]) {
    super(`the request was refused: ${reason}`);
    this.name = "FetchRefused";
    this.reason = reason;
  }
}

/**
 * A `fetch` for addresses that somebody typed in, and for answers of any length. The address is checked on the very one
 * that is connected to, redirects are refused because their target was never checked, and the answer is bounded. Only
 * text bodies go out. With `allowPrivate` the operator vouches for addresses of its own network.
 */
export function publicFetch(rules: { allowPrivate: boolean }): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const target = new URL(request.url);
    const host = target.hostname.replace(/^\[|\]$/g, "");
    if (!/^https?:$/.test(target.protocol)) throw new FetchRefused("no_web_address");
    if (isIP(host) && !rules.allowPrivate && !isPublicAddress(host)) throw new FetchRefused("private_address");
    const body = Buffer.from(await request.arrayBuffer());
    return answerOf(target, { request, body, rules });
  };
}

/** Why an address may not be called, asked before it is kept; null when it may, or when its name is not known yet. */
export async function addressRefusal(
  address: string,
  rules: { allowPrivate: boolean },
): Promise<"no_web_address" | "private_address" | null> {
  const target = URL.canParse(address) ? new URL(address) : null;
  if (!target || !/^https?:$/.test(target.protocol) || target.username || target.password) return "no_web_address";
  if (rules.allowPrivate) return null;
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) return isPublicAddress(host) ? null : "private_address";
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.every((one) => isPublicAddress(one.address)) ? null : "private_address";
}

type Outgoing = { request: Request; body: Buffer; rules: { allowPrivate: boolean } };

function answerOf(target: URL, { request, body, rules }: Outgoing): Promise<Response> {
  const send = target.protocol === "https:" ? https.request : http.request;
  const headers = { ...Object.fromEntries(request.headers), "accept-encoding": "identity" };
  return new Promise((resolve, reject) => {
    const outgoing = send(target, {
      method: request.method,
      agent: false,
      lookup: guardedLookup(rules),
      signal: request.signal,
      headers: { ...headers, "content-length": body.byteLength },
    });
    outgoing.once("error", (error) => reject(refusalOf(error)));
    outgoing.once("response", (incoming) => {
      read(incoming).then(resolve, (error: unknown) => {
        outgoing.destroy();
        reject(error);
      });
    });
    outgoing.end(body);
  });
}

async function read(incoming: http.IncomingMessage): Promise<Response> {
  const status = incoming.statusCode ?? 500;
  if (status >= 300 && status < 400) throw new FetchRefused("redirected");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk);
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new FetchRefused("too_long");
    chunks.push(part);
  }
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers });
}

function refusalOf(error: Error): Error {
  return error.message === "a private address" ? new FetchRefused("private_address") : error;
}
