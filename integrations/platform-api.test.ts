import { afterEach, describe, expect, it } from "vitest";
import type { Connection } from "./platform.ts";
import { type ApiRequest, apiOf, PlatformFault } from "./platform-api.ts";
import { type JsonServer, type StubAnswer, startJsonServer } from "./testing/json-server.ts";

const servers: JsonServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function shop(answer: (before: number) => StubAnswer, more: Partial<Connection> = {}) {
  const server = await startJsonServer((_, before) => answer(before));
  servers.push(server);
  const waits: number[] = [];
  const connection: Connection = {
    ...{ apiBase: `${server.url}/api`, credentials: {}, publicUrl: "https://us.example/hook", currency: "EUR" },
    wait: async (milliseconds) => void waits.push(milliseconds),
    ...more,
  };
  const api = apiOf(connection, { "x-token": "very-secret" });
  const call = (request: Partial<ApiRequest> = {}) => api.call({ method: "GET", path: "/orders?page=1", ...request });
  const fault = (request: Partial<ApiRequest> = {}) =>
    call(request).then(
      () => null,
      (error: unknown) => error as PlatformFault,
    );
  return { server, waits, call, fault };
}

describe("a call to a shop's API", () => {
  it("carries the credentials and keeps every digit of the answer", async () => {
    const { call, server } = await shop(() => ({ text: '{"id":9007199254740993,"near":9007199254740992}' }));
    const answer = await call({ method: "POST", body: { a: 1 }, headers: { "x-more": "1" } });
    expect(answer).toMatchObject({ status: 200, json: { id: "9007199254740993" } });
    expect(server.requests[0]).toMatchObject({ method: "POST", path: "/api/orders", text: '{"a":1}' });
    expect(server.requests[0]?.headers.get("x-token")).toBe("very-secret");
    expect(server.requests[0]?.headers.get("content-type")).toBe("application/json");
  });

  it("waits as long as it is told and tries again, three times at most", async () => {
    const busy = { status: 429, headers: { "retry-after": "7" }, json: {} };
    const patient = await shop((before) => (before < 3 ? busy : { json: { ok: true } }));
    expect((await patient.call()).json).toEqual({ ok: true });
    expect(patient.waits).toEqual([7000, 7000, 7000]);
    const endless = await shop(() => ({ status: 503, json: {} }));
    expect(await endless.fault()).toMatchObject({ reason: "server_error", status: 503 });
    expect(endless.waits).toEqual([1000, 2000, 4000]);
    expect(endless.server.requests).toHaveLength(4);
  });

  it("gives up when the wait is too long, and says how long", async () => {
    const { fault, waits } = await shop(() => ({ status: 429, headers: { "retry-after": "3600" }, json: {} }));
    expect(await fault()).toMatchObject({ reason: "limited", retryAfterSeconds: 3600 });
    expect(waits).toEqual([]);
  });

  it.each<[string, StubAnswer, string]>([
    ["the key is wrong", { status: 401, json: {} }, "unauthorized"],
    ["the key may not", { status: 403, json: {} }, "unauthorized"],
    ["there is no such thing", { status: 404, json: {} }, "not_found"],
    ["the request is wrong", { status: 422, json: {} }, "refused"],
    ["the answer leads elsewhere", { status: 302, headers: { location: "http://127.0.0.1:1/" } }, "redirected"],
    ["the answer is no JSON", { text: "<html>maintenance</html>" }, "unreadable_answer"],
  ])("fails by name when %s", async (_, answer, reason) => {
    const { fault } = await shop(() => answer);
    expect(await fault()).toMatchObject({ reason });
  });

  it("answers with a refusal that the caller expects", async () => {
    const { call } = await shop(() => ({ status: 400, json: { code: "exists" } }));
    expect(await call({ accept: [400] })).toMatchObject({ status: 400, json: { code: "exists" } });
  });

  it("never leaves the shop's own API", async () => {
    const { fault, server } = await shop(() => ({ json: {} }));
    for (const path of ["https://evil.example/api/x", `${server.url}/other`, "../admin", "x/../../admin"]) {
      expect(await fault({ path })).toMatchObject({ reason: "foreign_host" });
    }
    expect(server.requests).toHaveLength(0);
    expect(await fault({ path: `${server.url}/api/next?page=2` })).toBeNull();
  });

  it("fails by name when nobody answers, or not in time", async () => {
    const { fault } = await shop(() => ({}), { apiBase: "http://127.0.0.1:1/api" });
    expect(await fault()).toMatchObject({ reason: "no_connection" });
    const slow = await shop(() => ({}), {
      fetch: () => Promise.reject(new DOMException("late", "TimeoutError")),
    });
    expect(await slow.fault()).toMatchObject({ reason: "timeout" });
    expect(await (await shop(() => ({}), { apiBase: "" })).fault()).toMatchObject({ reason: "not_configured" });
  });

  it("tells no credential and nothing of the answer in its fault", async () => {
    const { fault } = await shop(() => ({ status: 400, json: { echoed: "very-secret", email: "a@b.example" } }));
    const said = await fault();
    expect(said).toBeInstanceOf(PlatformFault);
    expect(`${said?.stack} ${JSON.stringify(said)}`).not.toMatch(/very-secret|a@b/);
  });
});
