import http from "node:http";
import { causeOf } from "../log.ts";
import type { RunnerOptions } from "../options.ts";
import type { Owner } from "../owner.ts";
import { hashedKey, sameSecret } from "../protocol/sign.ts";
import { type Answer, type Ask, refusal } from "./answer.ts";
import { moveClock, readClock } from "./clock.ts";
import { takeEvents } from "./events.ts";
import { checkpoint, listActions, listBatch, registerApp, sendSignal, syncNow } from "./protocol.ts";
import { deleteRun, getFunctions, getQueue, getRun, getRuns, retryRun } from "./runs.ts";

interface Route {
  method: string;
  path: RegExp;
  /** Guarded by something else than the signing key. */
  open?: boolean;
  answer(ask: Ask): Promise<Answer>;
}

const routes: readonly Route[] = [
  { method: "POST", path: /^\/e\/([^/]+)$/, open: true, answer: takeEvents },
  { method: "POST", path: /^\/v1\/checkpoint\/([^/]+)\/async$/, answer: checkpoint },
  { method: "GET", path: /^\/v0\/runs\/([^/]+)\/actions$/, answer: listActions },
  { method: "GET", path: /^\/v0\/runs\/([^/]+)\/batch$/, answer: listBatch },
  { method: "POST", path: /^\/v1\/signals$/, answer: sendSignal },
  { method: "POST", path: /^\/fn\/register$/, answer: registerApp },
  { method: "POST", path: /^\/sync$/, answer: syncNow },
  { method: "GET", path: /^\/v1\/runs$/, answer: getRuns },
  { method: "GET", path: /^\/v1\/runs\/([^/]+)$/, answer: getRun },
  { method: "DELETE", path: /^\/v1\/runs\/([^/]+)$/, answer: deleteRun },
  { method: "POST", path: /^\/v1\/runs\/([^/]+)\/retry$/, answer: retryRun },
  { method: "GET", path: /^\/v1\/queue$/, answer: getQueue },
  { method: "GET", path: /^\/v1\/functions$/, answer: getFunctions },
  { method: "GET", path: /^\/clock$/, answer: readClock },
  { method: "POST", path: /^\/clock$/, answer: moveClock },
];

const largestBody = 64 * 1024 * 1024;
/** A request that meets a database which is just restarting waits this long before it is told so. */
const patienceMs = 2_000;

async function readBody(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new RangeError("the body is too large");
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? null : JSON.parse(text);
}

function send(response: http.ServerResponse, answer: Answer, signed: boolean): void {
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-inngest-server-kind": signed ? "cloud" : "dev",
  });
  response.end(text);
}

function mayAsk(options: RunnerOptions, request: http.IncomingMessage): boolean {
  if (options.signingKey === null) return true;
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return given !== undefined && sameSecret(given, hashedKey(options.signingKey));
}

function health(owner: Owner): Answer {
  return owner.session() === null
    ? { status: 503, body: { status: 503, message: "no database, or another runner owns it" } }
    : { status: 200, body: { status: 200, message: "OK" } };
}

async function answerTo(options: RunnerOptions, owner: Owner, request: http.IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? "/", "http://runner");
  if (request.method === "GET" && url.pathname === "/health") return health(owner);
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(url.pathname) : null;
    if (match === null) continue;
    if (route.open !== true && !mayAsk(options, request)) return refusal(401, "Unauthorized");
    const body = await readBody(request);
    const session = await owner.ready(patienceMs);
    if (session === null) return refusal(503, "no database");
    const parts = match.slice(1).map(decodeURIComponent);
    return await route.answer({ options, session, url, parts, headers: request.headers, body });
  }
  return refusal(404, "not found");
}

function faultOf(error: unknown): Answer {
  if (error instanceof SyntaxError || error instanceof URIError) return refusal(400, "malformed request");
  if (error instanceof RangeError) return refusal(413, error.message);
  return refusal(500, "internal error");
}

/** The runner's HTTP side: Inngest's protocol, and what people and the app ask of it. */
export function createServer(options: RunnerOptions, owner: Owner): http.Server {
  const server = http.createServer((request, response) => {
    const signed = options.signingKey !== null;
    answerTo(options, owner, request)
      .catch((error: unknown) => {
        const answer = faultOf(error);
        if (answer.status === 500) options.log("request failed", { path: request.url, cause: causeOf(error) });
        return answer;
      })
      .then((answer) => send(response, answer, signed))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  return server;
}
