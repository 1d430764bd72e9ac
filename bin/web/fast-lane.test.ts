import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { createFastLane, type FastLane } from "./fast-lane.ts";
import { laneOf } from "./lanes.ts";
import { securityHeaders } from "./security-headers.ts";

const servers: { closeAllConnections(): void; close(): void }[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Echo = (request: Request) => Response | Promise<Response>;

async function serve(answer: Echo, options: Partial<FastLane> = {}): Promise<string> {
  const isTaken = createFastLane({
    headers: await securityHeaders(),
    find: (_, target) => (target === "/fast" ? { name: "test", mostBytes: 1_000, answer } : null),
    ...options,
  });
  const server = createServer((request, response) => {
    if (!isTaken(request, response)) response.writeHead(418).end();
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/fast`;
}

const echo: Echo = async (request) =>
  new Response(await request.bytes(), { status: 201, headers: { "x-said": request.headers.get("x-say") ?? "" } });

test("hands over method, headers and the very bytes, and sends the answer with the headers of every page", async () => {
  const url = await serve(echo);
  const bytes = new Uint8Array([0, 255, 10, 13, 128]);
  const answer = await fetch(url, { method: "POST", body: bytes, headers: { "x-say": "moin" } });
  expect(answer.status).toBe(201);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ "x-said": "moin", "content-length": "5", "content-security-policy": expect.stringContaining("'none'") },
    ...{ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin" },
  });
});

test("hands over a query, and no other part of the address", async () => {
  const find = () => ({ name: "test", mostBytes: 0, answer: (request: Request) => new Response(request.url) });
  const url = await serve(echo, { find });
  expect(await (await fetch(`${url}?challenge=8ec8&x=%20`)).text()).toBe("http://localhost/?challenge=8ec8&x=%20");
  expect(await (await fetch(url)).text()).toBe("http://localhost/");
});

test("leaves to Next what is none of its own", async () => {
  expect((await fetch((await serve(echo)).replace("fast", "page"))).status).toBe(418);
});

test.each([
  ["that says its length", () => new Uint8Array(10_000_000)],
  ["that says nothing", () => new Blob(["x".repeat(10_000_000)]).stream()],
])("refuses a body of ten megabytes %s, and goes on", async (_, body) => {
  let calls = 0;
  const url = await serve((request) => {
    calls += 1;
    return echo(request);
  });
  const answer = await fetch(url, { method: "POST", body: body(), duplex: "half" } as RequestInit);
  expect(answer.status).toBe(413);
  expect(calls).toBe(0);
  expect((await fetch(url, { method: "POST", body: "small" })).status).toBe(201);
});

test("does not wait for ever on a sender that does not go on", async () => {
  const url = new URL(await serve(echo, { patienceMs: 50 }));
  const socket = connect(Number(url.port), "127.0.0.1");
  socket.write("POST /fast HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nhalf");
  const [said] = await once(socket, "data");
  expect(String(said)).toContain("408 Request Timeout");
  await once(socket, "close");
});

test("tells to come again when it holds as much as it may, and only as long", async () => {
  let go = () => {};
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  let calls = 0;
  const url = await serve(
    async (request) => {
      calls += 1;
      await going;
      return echo(request);
    },
    { mostBytes: 1_000 },
  );
  const post = () => fetch(url, { method: "POST", body: "x".repeat(600) });
  const first = post();
  await expect.poll(() => calls).toBe(1);
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  go();
  expect((await first).status).toBe(201);
  expect((await post()).status).toBe(201);
});

test("says when to come again when a door breaks", async () => {
  const url = await serve(() => {
    throw new Error("no database");
  });
  const answer = await fetch(url, { method: "POST", body: "x" });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
});

test.each([
  ["POST", "/api/webhooks/shopify/shop_01", "shop webhook"],
  ["POST", "/api/webhooks/email?x=1", "mail webhook"],
  ["POST", "/api/webhooks/custom/shop_01/batch", "batch"],
  ["GET", "/pk_a1/comeback.js?v=1", "snippet"],
  ["POST", "/pk_a1/events", "browser event"],
  ["OPTIONS", "/pk_a1/events", "browser event"],
  ["GET", "/pk_a1/events", undefined],
  ["GET", "/shop/comeback.js", undefined],
  ["GET", "/r/abc.d-_e", "click"],
  ["HEAD", "/r/abc", "scan"],
  ["POST", "/u/abc/one-click", "unsubscribe"],
  ["GET", "/api/webhooks/magento/shop_01?challenge=a-b", "webhook handshake"],
  ["GET", "/api/webhooks/custom/schema", undefined],
  ["GET", "/u/abc/one-click", undefined],
  ["GET", "/u/abc", undefined],
  ["POST", "/api/webhooks/shopify/shop_01/", undefined],
  ["POST", "/api/inngest", undefined],
])("%s %s is for %s", (method, target, name) => {
  expect(laneOf(method, target)?.name).toBe(name);
});
