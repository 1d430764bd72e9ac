import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { snippetFor } from "./snippet.ts";

const script = snippetFor({ appUrl: "https://comeback.example", publicKey: "pk_aaaaaaaaaaaaaaaaaaaaaaaa" });

type Sent = { type: string; id: string; token: string; data: Record<string, unknown> };
type Comeback = (verb: string, ...rest: unknown[]) => void;

/** A page as far as the snippet may know it: whatever else it touched would throw. */
function openPage(given: { storage?: Map<string, string>; queue?: unknown[][] } = {}) {
  const sent: Sent[] = [];
  const touched: string[] = [];
  const storage = given.storage ?? new Map<string, string>();
  const timers: (() => void)[] = [];
  const listeners: Record<string, () => void> = {};
  const requests: RequestInit[] = [];
  const noted = <T>(act: string, result: T): T => {
    touched.push(act);
    return result;
  };
  const localStorage = {
    getItem: (name: string) => noted("read", storage.get(name) ?? null),
    setItem: (name: string, value: string) => void noted("write", storage.set(name, value)),
    removeItem: (name: string) => void noted("remove", storage.delete(name)),
  };
  const document = new Proxy({}, { get: (_, name) => touched.push(`document.${String(name)}`) });
  const take = (url: string, body: string) => {
    expect(url).toBe("https://comeback.example/pk_aaaaaaaaaaaaaaaaaaaaaaaa/events");
    return sent.push(JSON.parse(body)) > 0;
  };
  const page: Record<string, unknown> = {
    ...{ localStorage, document, crypto, btoa },
    fetch: (url: string, request: RequestInit) => {
      requests.push(request);
      take(url, String(request.body));
      return Promise.resolve();
    },
    navigator: { sendBeacon: take },
    setTimeout: (work: () => void) => timers.push(work),
    clearTimeout: (timer: number) => delete timers[timer - 1],
    addEventListener: (name: string, listener: () => void) => {
      listeners[name] = listener;
    },
  };
  page.window = page;
  if (given.queue) page.comeback = { q: given.queue };
  runInNewContext(script, page);
  return {
    ...{ sent, touched, storage, requests },
    comeback: page.comeback as Comeback,
    wait: () => timers.splice(0).forEach((work) => void work?.()),
    leave: () => listeners.pagehide?.(),
  };
}

const basket = { lines: [{ title: "Lamp", quantity: 1, unitPrice: 100 }] };
const person = { email: "ana@example.com", acceptsMarketing: true };

test("weighs less than four kilobytes, and is one script without any tool", () => {
  expect(gzipSync(script).byteLength).toBeLessThan(2_000);
  expect(script).not.toMatch(/cookie|sessionStorage|indexedDB|import|require/);
});

test("touches neither cookies nor storage before consent, whatever is reported", () => {
  const page = openPage();
  page.comeback("product", { id: "lamp" });
  page.comeback("cart", basket);
  page.wait();
  page.comeback("email", person);
  page.comeback("order", { id: "1" });
  page.leave();
  expect(page.sent.map((one) => one.type)).toEqual([
    "browser.product",
    "browser.cart",
    "browser.email",
    "browser.order",
  ]);
  expect(page.touched).toEqual([]);
  expect(page.requests.every((one) => one.credentials === "omit" && one.keepalive && !one.headers)).toBe(true);
});

test("speaks of one basket by one token, and of the next by another once it was ordered", () => {
  const page = openPage();
  page.comeback("cart", basket);
  page.comeback("cart", { lines: [] });
  page.wait();
  page.comeback("email", person);
  page.comeback("order", {});
  page.comeback("product", { id: "lamp" });
  const tokens = page.sent.map((one) => one.token);
  expect(page.sent[0]).toMatchObject({ type: "browser.cart", data: { lines: [] } });
  expect(new Set(tokens.slice(0, 3)).size).toBe(1);
  expect(tokens[3]).not.toBe(tokens[0]);
  expect(tokens[0]).toMatch(/^[A-Za-z0-9_-]{24}$/);
});

test("keeps its token after consent for the pages to come, and forgets it when consent is withdrawn", () => {
  const first = openPage();
  first.comeback("consent", true);
  first.comeback("cart", basket);
  first.leave();
  const second = openPage({ storage: first.storage });
  second.comeback("consent", true);
  second.comeback("product", { id: "lamp" });
  expect(second.sent[0]?.token).toBe(first.sent[0]?.token);
  second.comeback("consent", false);
  expect(second.storage.size).toBe(0);
  second.comeback("product", { id: "cup" });
  expect(second.sent[1]?.token).not.toBe(first.sent[0]?.token);
  expect(second.storage.size).toBe(0);
});

test("tells the known basket again when consent comes after it", () => {
  const storage = new Map([["comeback:pk_aaaaaaaaaaaaaaaaaaaaaaaa", "a-token-of-an-earlier-day"]]);
  const page = openPage({ storage });
  page.comeback("cart", basket);
  page.wait();
  page.comeback("consent", true);
  page.wait();
  expect(page.sent.map((one) => one.token === "a-token-of-an-earlier-day")).toEqual([false, true]);
});

test("works off what was called before it came, reports a product once, and no address without the wish", () => {
  const page = openPage({
    queue: [
      ["product", { id: 1 }],
      ["product", { id: 1 }],
      ["email", { email: "a@b.example", acceptsMarketing: false }],
      ["constructor", "x"],
      ["unknown"],
      ["cart", basket],
    ],
  });
  page.leave();
  expect(page.sent.map((one) => one.type)).toEqual(["browser.product", "browser.cart"]);
});

test("tells the shop's own script by which token its server may name the basket", () => {
  const page = openPage();
  const told: string[] = [];
  page.comeback("token", (token: string) => told.push(token));
  page.comeback("product", { id: 1 });
  expect(told).toEqual([`browser:${page.sent[0]?.token}`]);
});
