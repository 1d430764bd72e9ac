import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export type Heard = { headers: Record<string, string>; body: string };
export type Answer = { status: number; headers?: Record<string, string>; body?: string };

/** A program that hears webhooks on this machine, keeps them, and answers as it is told. */
export type Receiver = {
  url: string;
  heard: Heard[];
  /** What it answers from now on. */
  answer: Answer;
  /** The ids of the events that it heard, in order. */
  ids(): string[];
  close(): void;
};

export async function openReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      heard.push({ body, headers: plain(request.headers) });
      response.writeHead(receiver.answer.status, receiver.answer.headers).end(receiver.answer.body);
    });
  }).listen(0, "127.0.0.1");
  const receiver: Receiver = {
    url: "",
    heard,
    answer: { status: 200 },
    ids: () => heard.map(({ headers }) => headers["webhook-id"] ?? ""),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise((resolve) => server.once("listening", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}

const plain = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** What the standard's own library makes of a post: its payload, or an error when the secret did not sign it. */
export function verified({ body, headers }: Heard, secret: string): unknown {
  return new Webhook(secret).verify(body, headers);
}
