import { readJson } from "./json-body.ts";
import type { Connection } from "./platform.ts";

export type PlatformFaultReason =
  | "not_configured"
  | "unauthorized"
  | "not_found"
  | "refused"
  | "limited"
  | "server_error"
  | "timeout"
  | "no_connection"
  | "redirected"
  | "foreign_host"
  | "unreadable_answer";

/** Why a shop's API gave no answer. Holds no credential and nothing that the shop said. */
export class PlatformFault extends Error {
  readonly reason: PlatformFaultReason;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;

  constructor(
    reason: PlatformFaultReason,
    { status = null, retryAfterSeconds = null }: { status?: number | null; retryAfterSeconds?: number | null } = {},
  ) {
    super(`the shop's API gave no answer: ${reason}${status === null ? "" : ` (${status})`}`);
    this.name = "PlatformFault";
    this.reason = reason;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** `path` is under the API's base, or a full address there. `accept` are statuses besides 2xx that are answers too. */
export type ApiRequest = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  accept?: number[];
};

/** `json` is read without losing a digit: numbers beyond 2^53 are text. Null when the body is empty. */
export type ApiAnswer = { status: number; json: unknown; headers: Headers };

export type Api = { call(request: ApiRequest): Promise<ApiAnswer> };

const timeoutMs = 10_000;
const mostTries = 4;
const longestWaitSeconds = 30;
const mostBytes = 10 * 1_048_576;

/**
 * A shop's API: each try bounded in time, 429 and 5xx tried again up to three times as `Retry-After` says, redirects
 * refused, the host fixed. `headers` go with each request: the credentials.
 */
export function apiOf(connection: Connection, headers: Record<string, string>): Api {
  return {
    async call(request) {
      const url = addressOf(connection.apiBase, request.path);
      for (let tried = 1; ; tried += 1) {
        const response = await ask(connection, url, { ...request, headers: { ...headers, ...request.headers } });
        if (response.ok || request.accept?.includes(response.status)) return answerOf(response);
        await response.body?.cancel().catch(() => undefined);
        const fault = faultOf(response);
        const passing = fault.reason === "limited" || fault.reason === "server_error";
        const waitSeconds = fault.retryAfterSeconds ?? 2 ** (tried - 1);
        if (!passing || tried === mostTries || waitSeconds > longestWaitSeconds) throw fault;
        await (connection.wait ?? realWait)(waitSeconds * 1000);
      }
    },
  };
}

const realWait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function addressOf(apiBase: string, path: string): URL {
  if (!URL.canParse(apiBase)) throw new PlatformFault("not_configured");
  const base = new URL(apiBase.replace(/\/*$/, "/"));
  const full = /^https?:/i.test(path) ? path : `${base.href}${path.replace(/^\/+/, "")}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (url?.origin !== base.origin || !url.pathname.startsWith(base.pathname)) throw new PlatformFault("foreign_host");
  return url;
}

async function ask(connection: Connection, url: URL, request: ApiRequest): Promise<Response> {
  const { method, headers, body } = request;
  const init = {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
    redirect: "manual" as const,
  };
  return (connection.fetch ?? fetch)(url, init).catch((cause: unknown) => {
    throw new PlatformFault(isTimeout(cause) ? "timeout" : "no_connection");
  });
}

const isTimeout = (cause: unknown) => cause instanceof Error && cause.name === "TimeoutError";

async function answerOf(response: Response): Promise<ApiAnswer> {
  const { status, headers } = response;
  const bytes = await bytesOf(response);
  if (bytes.length === 0) return { status, json: null, headers };
  const read = readJson(bytes);
  if (read.kind === "rejected") throw new PlatformFault("unreadable_answer", { status });
  return { status, json: read.json, headers };
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > mostBytes) throw new PlatformFault("unreadable_answer", { status: response.status });
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof PlatformFault) throw cause;
    throw new PlatformFault(isTimeout(cause) ? "timeout" : "no_connection", { status: response.status });
  }
  return Buffer.concat(parts);
}

function faultOf({ status, headers }: Response): PlatformFault {
  const retryAfterSeconds = secondsOf(headers.get("retry-after"));
  return new PlatformFault(reasonOf(status), { status, retryAfterSeconds });
}

function reasonOf(status: number): PlatformFaultReason {
  if (status === 401 || status === 403) return "unauthorized";
  if (status === 404 || status === 410) return "not_found";
  if (status === 429) return "limited";
  if (status >= 500) return "server_error";
  return status >= 300 && status < 400 ? "redirected" : "refused";
}

/** `Retry-After` in its form of seconds; vendors' APIs do not use its form of a date. */
function secondsOf(text: string | null): number | null {
  return text && /^\d{1,6}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : null;
}
