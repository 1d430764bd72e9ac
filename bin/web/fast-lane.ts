import type { IncomingMessage, ServerResponse } from "node:http";
import { comeAgain, errorAnswer } from "#app/api/webhooks/answers.ts";
import type { Reply } from "#app/api/webhooks/reply.ts";
import { logFault } from "#inngest/log.ts";
import { type Lane, laneOf } from "./lanes.ts";
import { namePeer } from "./name-peer.ts";
import { type Refusal, readBytes } from "./read-bytes.ts";

export type FastLane = {
  /** What goes on every answer. */
  headers: Record<string, string>;
  find?: typeof laneOf;
  /** How many requests may be under way, and how many bytes of theirs. */
  mostRequests?: number;
  mostBytes?: number;
  patienceMs?: number;
};

/**
 * Answers requests at the hot public doors; false when a request is none of its own. Bounded in the requests and the
 * bytes that it holds: what is beyond is told to come again before its body is read.
 */
export function createFastLane(options: FastLane): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const { headers, find = laneOf, mostRequests = 10_000, mostBytes = 128 * 1_048_576, patienceMs = 15_000 } = options;
  const held = { requests: 0, bytes: 0 };
  const admit = async (incoming: IncomingMessage, lane: Lane): Promise<Response | Reply> => {
    // Whoever does not say how much comes may send as much as the door takes.
    const bytes = Math.min(Number(incoming.headers["content-length"] ?? lane.mostBytes), lane.mostBytes);
    if (held.requests >= mostRequests || held.bytes + bytes > mostBytes) {
      incoming.resume();
      return comeAgain(429, "limited", "Too many requests wait already.");
    }
    held.requests += 1;
    held.bytes += bytes;
    try {
      return await answerOf(incoming, lane, patienceMs);
    } finally {
      held.requests -= 1;
      held.bytes -= bytes;
    }
  };
  return (incoming, outgoing) => {
    const lane = find(incoming.method ?? "", incoming.url ?? "");
    if (!lane) return false;
    admit(incoming, lane)
      .then((answer) => send(answer, outgoing, headers))
      .catch(() => outgoing.destroy());
    return true;
  };
}

async function answerOf(incoming: IncomingMessage, lane: Lane, patienceMs: number): Promise<Response | Reply> {
  try {
    const body = await readBytes(incoming, { most: lane.mostBytes, patienceMs });
    if (typeof body === "string") return refusalAnswer(body, lane);
    if (lane.take) return await lane.take({ headers: headersOf(incoming), body });
    return await lane.answer(requestOf(incoming, body));
  } catch (cause) {
    logFault("a request could not be answered", { door: lane.name }, cause);
    return comeAgain(503, "unavailable", "This could not be done now.");
  }
}

function refusalAnswer(refusal: Refusal, { mostBytes }: Lane): Response {
  if (refusal === "too_large") return errorAnswer(413, "too_large", `At most ${mostBytes} bytes may be sent here.`);
  const answer = errorAnswer(408, "too_slow", "The request did not come in time.");
  answer.headers.set("connection", "close");
  return answer;
}

/** What names the shop or the message stands in the path, which the lane has read; of the address only a query matters. */
function requestOf(incoming: IncomingMessage, bytes: Buffer): Request {
  const headers = headersOf(incoming);
  const { method = "GET" } = incoming;
  const body = method === "GET" || method === "HEAD" ? null : new Uint8Array(bytes);
  const query = body ? "" : (/\?.*$/.exec(incoming.url ?? "")?.[0] ?? "");
  return new Request(`http://localhost/${query}`, { method, headers, body });
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  namePeer(incoming);
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  return headers;
}

async function send(answer: Response | Reply, outgoing: ServerResponse, always: Record<string, string>): Promise<void> {
  const [own, body] = answer instanceof Response ? await partsOf(answer) : partsOfReply(answer);
  outgoing.writeHead(answer.status, { ...always, ...own, "content-length": body.byteLength }).end(body);
}

async function partsOf(answer: Response): Promise<[Record<string, string>, Buffer]> {
  return [Object.fromEntries(answer.headers), Buffer.from(await answer.arrayBuffer())];
}

function partsOfReply({ headers, json }: Reply): [Record<string, string>, Buffer] {
  return [{ "content-type": "application/json", ...headers }, Buffer.from(JSON.stringify(json))];
}
