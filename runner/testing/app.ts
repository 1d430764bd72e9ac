import { once } from "node:events";
import http from "node:http";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/node";

export interface TestApp {
  url: string;
  /** Each call request as `<fnId> <stepId>`. */
  calls: string[];
  serve(client: Inngest.Any, functions: InngestFunction.Any[]): void;
  stop(): Promise<void>;
}

/** A place on a free port where functions are served with the real SDK; 503 until there are any. */
export async function openApp(port = 0, side: (path: string) => unknown = () => null): Promise<TestApp> {
  let handler: http.RequestListener = (_request, response) => response.writeHead(503).end();
  const calls: string[] = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://app");
    const answer = side(url.pathname);
    if (answer !== null) return response.end(JSON.stringify(answer));
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
    serve(client, functions) {
      handler = serve({ client, functions });
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
