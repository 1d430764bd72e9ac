import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

export type HttpDoor = { address: string; close(): void };

/** Serves a handler on a port of its own on loopback, so that what speaks HTTP can be tried on it as it is. */
export async function openHttpDoor(handler: (request: Request) => Promise<Response>): Promise<HttpDoor> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const { method = "GET", url = "/" } = incoming;
    const headers = z.record(z.string(), z.string()).parse(incoming.headers);
    const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
    const answer = await handler(new Request(new URL(url, "http://127.0.0.1"), { method, headers, body }));
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  // A client may come back to a connection after a rest; on a busy machine five seconds are soon over.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}
