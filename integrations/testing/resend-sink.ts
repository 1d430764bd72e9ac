import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A mail as Resend's API takes it. */
export type SunkMail = {
  id: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  headers?: Record<string, string>;
  tags?: { name: string; value: string }[];
};

export type SunkRequest = { path: string; key: string | null; authorization: string; mails: Omit<SunkMail, "id">[] };

/** An answer to give instead of accepting; `drop` breaks the connection, before or after the mails were taken. */
export type Fault =
  | { kind: "answer"; status: number; body: unknown; headers?: Record<string, string> }
  | { kind: "drop"; taken: boolean }
  | { kind: "silence" };

export type ResendSink = {
  url: string;
  /** Every mail accepted, once each. */
  mails: SunkMail[];
  requests: SunkRequest[];
  /** Faults for the next requests, first come first served; null lets one through. */
  faults: (Fault | null)[];
  /** Recipients that are refused: alone with 422, within a permissive batch by index. */
  refuse: Set<string>;
  close(): Promise<void>;
};

/** A local stand-in for Resend's API with its idempotency: a known key answers as before, with another body by 409. */
export async function startResendSink(): Promise<ResendSink> {
  const known = new Map<string, { text: string; answer: unknown }>();
  const sink = { mails: [], requests: [], faults: [], refuse: new Set<string>() } as Omit<ResendSink, "url" | "close">;
  const server = createServer((request, response) => {
    receive(request).then((text) => answerTo({ request, response, text }, sink, known));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(sink, { url: `http://127.0.0.1:${port}`, close });
}

type Exchange = { request: IncomingMessage; response: ServerResponse; text: string };
type Known = Map<string, { text: string; answer: unknown }>;
type Sink = Omit<ResendSink, "url" | "close">;

function answerTo({ request, response, text }: Exchange, sink: Sink, known: Known) {
  // Asked for its domains, it knows none.
  if (request.method === "GET") return reply(response, { status: 200, body: { object: "list", data: [] } });
  const key = request.headers["idempotency-key"]?.toString() ?? null;
  const parsed: unknown = JSON.parse(text);
  const mails = (Array.isArray(parsed) ? parsed : [parsed]) as SunkMail[];
  const path = request.url ?? "";
  sink.requests.push({ path, key, authorization: request.headers.authorization ?? "", mails });
  const fault = sink.faults.shift() ?? null;
  if (fault?.kind === "silence") return;
  if (fault?.kind === "answer") return reply(response, fault);
  if (fault?.kind === "drop" && !fault.taken) return request.socket.destroy();
  const earlier = key === null ? undefined : known.get(key);
  if (earlier && earlier.text !== text) return reply(response, refusal(409, "invalid_idempotent_request"));
  const answer = earlier?.answer ?? accept(mails, Array.isArray(parsed), sink);
  if (answer === null) return reply(response, refusal(422, "validation_error"));
  if (key !== null) known.set(key, { text, answer });
  if (fault?.kind === "drop") return request.socket.destroy();
  reply(response, { status: 200, body: answer });
}

function accept(mails: SunkMail[], batch: boolean, sink: Sink): unknown {
  if (!batch && mails.some((mail) => sink.refuse.has(mail.to))) return null;
  const data: { id: string }[] = [];
  const errors: { index: number; message: string }[] = [];
  for (const [index, mail] of mails.entries()) {
    const id = `re_${sink.mails.length + 1}`;
    if (sink.refuse.has(mail.to)) {
      errors.push({ index, message: "Invalid `to` field." });
    } else {
      sink.mails.push({ ...mail, id });
      data.push({ id });
    }
  }
  return batch ? { data, ...(errors.length > 0 ? { errors } : {}) } : data[0];
}

function refusal(status: number, name: string): Reply {
  return { status, body: errorBody(status, name) };
}

export function errorBody(statusCode: number, name: string) {
  return { statusCode, name, message: "As the sink was told." };
}

type Reply = { status: number; body: unknown; headers?: Record<string, string> };

function reply(response: ServerResponse, { status, body, headers }: Reply) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
