import { once } from "node:events";
import http from "node:http";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/node";

export interface TestApp {
  url: string;
  calls: string[];
  stop(): Promise<void>;
}

/** Serves functions with the real SDK on a port of its own; `calls` logs each call request as `<fnId> <stepId>`. */
export async function serveApp(client: Inngest.Any, functions: InngestFunction.Any[], port = 0): Promise<TestApp> {
  const handler = serve({ client, functions });
  const calls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://app");
    if (request.method === "POST") calls.push(`${url.searchParams.get("fnId")} ${url.searchParams.get("stepId")}`);
    handler(request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const own = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${own}/api/inngest`,
    calls,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
