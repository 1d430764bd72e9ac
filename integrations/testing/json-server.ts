import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type StubRequest = { method: string; path: string; query: URLSearchParams; headers: Headers; text: string };
export type StubAnswer = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string };

export type JsonServer = { url: string; requests: StubRequest[]; close: () => Promise<void> };

/** A server on a free port of this machine that answers by a function and remembers what it was asked. */
export async function startJsonServer(
  answer: (request: StubRequest, before: number) => StubAnswer,
): Promise<JsonServer> {
  const requests: StubRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming);
    const { status = 200, headers = {}, json, text } = answer(request, requests.push(request) - 1);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(text ?? (json === undefined ? "" : JSON.stringify(json)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

async function read(incoming: IncomingMessage): Promise<StubRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  const url = new URL(incoming.url ?? "/", "http://stub.example");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(incoming.headers as Record<string, string>),
    text: Buffer.concat(parts).toString(),
  };
}
