import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const post = (headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/x", { method: "POST", headers });

test("believes the browser's own word before the Origin header", () => {
  expect(isSameOrigin(post({ "sec-fetch-site": "same-origin" }))).toBe(true);
  expect(isSameOrigin(post({ "sec-fetch-site": "cross-site", origin: "http://localhost:3000" }))).toBe(false);
  expect(isSameOrigin(post({ "sec-fetch-site": "same-site", origin: "http://localhost:3000" }))).toBe(false);
});

test("without it takes our own address or the host that was asked for, and nothing else", () => {
  expect(isSameOrigin(post({ origin: "http://localhost:3000" }))).toBe(true);
  expect(isSameOrigin(post({ origin: "http://127.0.0.1:4000", host: "127.0.0.1:4000" }))).toBe(true);
  expect(isSameOrigin(post({ origin: "https://evil.example", host: "localhost:3000" }))).toBe(false);
  expect(isSameOrigin(post({ origin: "null" }))).toBe(false);
  expect(isSameOrigin(post({}))).toBe(false);
});
