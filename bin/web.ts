import { createServer } from "node:http";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import next from "next";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { closeConnections } from "#db/connections.ts";
import { env } from "#env";
import { logFault } from "#inngest/log.ts";
import { createFastLane } from "./web/fast-lane.ts";
import { namePeer } from "./web/name-peer.ts";
import { securityHeaders } from "./web/security-headers.ts";

// The web app in production: the hot public doors in front, everything else is Next's. `next dev` serves the same doors
// by itself, at Next's price.
const graceMs = 5_000;
const { HOST: hostname, PORT: port } = env();
const app = next({ dev: false, dir: dirname(dirname(fileURLToPath(import.meta.url))), hostname, port });
const answerByNext = app.getRequestHandler();
const isTaken = createFastLane({ headers: await securityHeaders() });

// Heads must come soon; bodies are timed by whoever reads them. Proxies keep connections for a minute, so we keep longer.
const timing = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, keepAliveTimeout: 65_000 };
const server = createServer(timing, async (request, response) => {
  if (isTaken(request, response)) return;
  try {
    // A start takes a second in which the fast lane is open already.
    await prepared;
    namePeer(request);
    await answerByNext(request, response);
  } catch (cause) {
    logFault("a page could not be answered", {}, cause);
    if (!response.headersSent) response.writeHead(500).end();
  }
});
server.listen(port, hostname);
server.once("error", (error) => {
  console.error(`The web app cannot listen on ${hostname}:${port}: ${error.message}`);
  process.exit(1);
});
const prepared = app.prepare();
prepared.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

async function stop(): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), graceMs).unref();
  await closed;
  await Promise.race([untilTold(), wait(graceMs / 2)]);
  await Promise.all([app.close(), closeConnections()]).catch(() => undefined);
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
// As Next's own server does: one broken request must not end all the others.
process.on("uncaughtException", (cause) => logFault("an exception was not caught", {}, cause));
process.on("unhandledRejection", (cause) => logFault("a rejection was not handled", {}, cause));
