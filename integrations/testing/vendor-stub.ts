import type { Connection } from "../platform.ts";
import { type JsonServer, type StubAnswer, type StubRequest, startJsonServer } from "./json-server.ts";

export type VendorStub = JsonServer & {
  /** "GET /v3/hooks" of every request so far. */
  asked(): string[];
  /** Answers to give before `answer` is asked, first come first served. */
  first: StubAnswer[];
  /** A connection whose API is this stub and that waits for nothing. */
  connection(credentials: Record<string, string>, more?: Partial<Connection>): Connection;
};

/** A local stand-in for a vendor's API; what `answer` does not know is 404. */
export async function startVendorStub(answer: (request: StubRequest) => StubAnswer | null): Promise<VendorStub> {
  const first: StubAnswer[] = [];
  const server = await startJsonServer((request) => first.shift() ?? answer(request) ?? { status: 404, json: {} });
  return {
    ...server,
    first,
    asked: () => server.requests.map(({ method, path }) => `${method} ${path}`),
    connection: (credentials, more = {}) => ({
      apiBase: server.url,
      credentials,
      publicUrl: "https://comeback.example/api/webhooks/shop_1",
      currency: "EUR",
      wait: async () => undefined,
      ...more,
    }),
  };
}
