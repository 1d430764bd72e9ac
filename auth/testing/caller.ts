import type { TenantRoute } from "../tenant-route.ts";

export type Answer = { status: number; json: unknown; headers: Headers };

export type Call = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

export type Caller = {
  headers: Record<string, string>;
  /** Calls a route handler without a server, as Next would. `json` is null where there is no body. */
  call(route: TenantRoute, call?: Call): Promise<Answer>;
};

export function callerWith(headers: Record<string, string>): Caller {
  return { headers, call: (route, call = {}) => send(route, { ...call, headers: { ...headers, ...call.headers } }) };
}

async function send(route: TenantRoute, call: Call): Promise<Answer> {
  const url = new URL(call.path ?? "/api/test", "http://localhost:3000");
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const request = new Request(url, {
    method: call.method ?? (call.body === undefined ? "GET" : "POST"),
    headers: { "content-type": "application/json", ...call.headers },
    body: call.body === undefined ? undefined : JSON.stringify(call.body),
  });
  const response = await route(request, { params: Promise.resolve(call.params ?? {}) });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null, headers: response.headers };
}
