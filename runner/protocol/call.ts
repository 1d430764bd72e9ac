import http from "node:http";
import https from "node:https";
import type { Reply } from "../engine/decision.ts";
import { causeOf } from "../log.ts";

const longestCall = 2 * 3_600_000;
const largestAnswer = 64 * 1024 * 1024;

/** Agents of the runner's own: Node's fetch gives up a call after five minutes without headers, a step may take longer. */
const agents = {
  "http:": new http.Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 32, scheduling: "lifo" }),
  "https:": new https.Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 32, scheduling: "lifo" }),
};

export interface RawReply {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

export class CallError extends Error {
  override name = "CallError";
  /** Whether the app may have seen the request. */
  readonly sent: boolean;
  constructor(message: string, sent: boolean) {
    super(message);
    this.sent = sent;
  }
}

function collect(response: http.IncomingMessage, done: (reply: RawReply) => void, fail: (error: Error) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > largestAnswer) response.destroy(new Error("the answer is too large"));
    else chunks.push(chunk);
  });
  response.on("error", fail);
  response.on("end", () => {
    done({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString("utf8") });
  });
}

/** Sends one request and reads the whole answer; throws CallError when none came. */
export function request(
  url: URL,
  options: { method: string; headers: Record<string, string>; body: string; timeoutMs?: number },
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const payload = Buffer.from(options.body, "utf8");
    const outgoing = (secure ? https : http).request(url, {
      method: options.method,
      agent: secure ? agents["https:"] : agents["http:"],
      headers: { ...options.headers, "content-type": "application/json", "content-length": String(payload.length) },
      timeout: options.timeoutMs ?? longestCall,
    });
    let connected = false;
    const fail = (error: Error) => reject(new CallError(causeOf(error), connected && !outgoing.reusedSocket));
    outgoing.on("socket", (socket) => {
      if (!socket.connecting) connected = true;
      else
        socket.once("connect", () => {
          connected = true;
        });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("the call timed out")));
    outgoing.on("error", fail);
    outgoing.on("response", (response) => {
      connected = true;
      collect(response, resolve, (error) => reject(new CallError(causeOf(error), true)));
    });
    outgoing.end(payload);
  });
}

function headerOf(headers: http.IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Reads the raw answer of a call as the protocol means it. */
export function replyOf(raw: RawReply): Reply {
  const noRetry = headerOf(raw.headers, "x-inngest-no-retry");
  const version = Number(headerOf(raw.headers, "x-inngest-req-version") ?? Number.NaN);
  return {
    kind: "answered",
    status: raw.status,
    fromSdk: headerOf(raw.headers, "x-inngest-sdk") !== null,
    noRetry: noRetry === null ? null : noRetry === "true",
    retryAfter: headerOf(raw.headers, "retry-after"),
    requestVersion: Number.isInteger(version) ? version : null,
    body: bodyOf(raw.text),
  };
}

function bodyOf(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
