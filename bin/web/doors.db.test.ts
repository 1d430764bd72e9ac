import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { flushFailures } from "#app/api/webhooks/signature-failures.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { logFault } from "#inngest/log.ts";
import { connectSender, fullEvent, type Sender } from "#inngest/testing/senders.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { createFastLane } from "./fast-lane.ts";
import { securityHeaders } from "./security-headers.ts";

vi.mock("#inngest/log.ts", () => ({ logFault: vi.fn() }));

let database: TestDatabase;
let server: Server;
let sender: Sender;
beforeAll(async () => {
  // Nobody to tell: what was stored is answered all the same.
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
  const now = await currentTime();
  sender = await connectSender((await createLadderTenant(now)).tenantId, "shopify", now);
  const isTaken = createFastLane({ headers: await securityHeaders(), patienceMs: 2_000 });
  server = createServer((request, response) => {
    if (!isTaken(request, response)) response.writeHead(418).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await flushFailures();
  await closeConnections();
  await database.drop();
});

let made = 0;
const event = () => fullEvent("shopify", `cart-${++made}`);
const path = () => `/api/webhooks/shopify/${sender.shopId}`;

/** A signed request as it goes over the wire, with its headers changed; null leaves one out. */
function wire(body: string, headers: Record<string, string | null> = {}): Buffer {
  const signed = Object.fromEntries(sender.request(body).headers);
  const length = String(Buffer.byteLength(body));
  const all = Object.entries({ host: "a", "content-length": length, ...signed, ...headers });
  const lines = all.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.from(`${[`POST ${path()} HTTP/1.1`, ...lines].join("\r\n")}\r\n\r\n${body}`, "latin1");
}

/** All that the server says on a connection over which `parts` go: `count` answers, or fewer when it ends before. */
async function say(parts: (Buffer | string)[], count = 1): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let said = "";
  socket.setEncoding("latin1").on("error", () => undefined);
  socket.on("data", (chunk) => {
    said += chunk;
    if (statusesOf(said).length >= count) socket.destroy();
  });
  for (const part of parts) socket.write(part);
  await once(socket, "close");
  return said;
}
const statusesOf = (said: string) => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
const chunk = (bytes: string) => `${Buffer.byteLength(bytes).toString(16)}\r\n${bytes}\r\n`;

async function stored(): Promise<number> {
  const [row] = await workerSql()<{ count: number }[]>`
    select count(*)::int as count from webhook_events where source_id = ${sender.shopId}`;
  return row?.count ?? -1;
}

const large = "x".repeat(10_000_000);
const chunked = { "content-length": null, "transfer-encoding": "chunked" };
const head = (headers: Record<string, string | null>) => wire("", headers);

test.each<[string, () => (Buffer | string)[], number[]]>([
  ["ten megabytes that are announced", () => [wire(large)], [413]],
  ["ten megabytes in pieces", () => [head(chunked), chunk(large), "0\r\n\r\n"], [413]],
  ["ten megabytes that never come", () => [head({ "content-length": "10000000" })], [413]],
  ["a body that stops half way", () => [wire(event()).subarray(0, -9)], [408]],
  ["pieces that stop half way", () => [head(chunked), chunk("{").slice(0, -2)], [408]],
  ["a piece of a length that is none", () => [head(chunked), "zz\r\n{}\r\n"], [400]],
  ["a length that is none", () => [wire(event(), { "content-length": "many" })], [400]],
  ["a length below zero", () => [wire(event(), { "content-length": "-1" })], [400]],
  ["two lengths", () => [wire(event(), { "Content-length": "4" })], [400]],
  ["a length and pieces", () => [wire(event(), { "transfer-encoding": "chunked" })], [400]],
  ["a NUL in a header", () => [wire(event(), { "x-name": "a\0b" })], [400]],
  ["a header without a name", () => [wire(event(), { "": "b" })], [400]],
  ["30 KB of headers", () => [wire(event(), { cookie: "c".repeat(30_000) })], [431]],
  ["no HTTP at all", () => ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"], [400]],
  ["an address with a NUL", () => [String(wire(event())).replace(path(), `${path()}%00`)], [418]],
  ["an address that climbs", () => [String(wire(event())).replace(path(), "/api/webhooks/../../etc/passwd")], [418]],
])("the server answers %s as what it is, and keeps nothing", async (_, parts, statuses) => {
  const before = await stored();
  expect(statusesOf(await say(parts()))).toEqual(statuses);
  expect(await stored()).toBe(before);
  expect((await say([wire(event())])).slice(0, 15)).toBe("HTTP/1.1 200 OK");
  expect(await stored()).toBe(before + 1);
  expect(vi.mocked(logFault)).not.toHaveBeenCalled();
});

test("a sender that dawdles is told so, and what others send meanwhile is stored", async () => {
  const before = await stored();
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(wire(event()).subarray(0, -9));
  const told = once(socket, "data");
  await Promise.all(Array.from({ length: 20 }, () => say([wire(event())])));
  expect(await stored()).toBe(before + 20);
  expect(statusesOf(String((await told)[0]))).toEqual([408]);
  await once(socket, "close");
});

test("good requests on one connection are stored before and after a bad one", async () => {
  const before = await stored();
  const bad = wire(event(), { "x-shopify-hmac-sha256": "\xe9 junk" });
  const padded = event().slice(0, -1).padEnd(1_048_575);
  const said = await say(
    [wire(event()), bad, wire(event()), wire(`${padded}}`), wire(`${padded} }`), wire(event())],
    6,
  );
  expect(statusesOf(said)).toEqual([200, 401, 200, 200, 413, 200]);
  expect(await stored()).toBe(before + 4);
});

test("a sender that hangs up before the answer has not lost what it sent", async () => {
  const before = await stored();
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(wire(event()), () => socket.resetAndDestroy());
  await once(socket, "close");
  const others = Array.from({ length: 5 }, () => say([wire(event())]));
  expect((await Promise.all(others)).flatMap(statusesOf)).toEqual([200, 200, 200, 200, 200]);
  expect(await stored()).toBeGreaterThanOrEqual(before + 5);
  expect(vi.mocked(logFault)).not.toHaveBeenCalled();
});
