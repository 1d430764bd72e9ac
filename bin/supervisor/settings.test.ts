import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("starts a demo on embedded parts when nothing is set", () => {
  expect(readSettings("/house", [], {})).toMatchObject({
    dataFolder: "/house/.data",
    appUrl: "http://localhost:3000",
    localUrl: "http://127.0.0.1:3000",
    mode: "demo",
    development: false,
    databaseUrl: undefined,
    runnerPort: "any",
  });
});

test("is a production install on somebody else's database, unless told otherwise", () => {
  const source = { DATABASE_URL: "postgres://u@h/d" };
  expect(readSettings("/house", [], source).mode).toBe("production");
  expect(readSettings("/house", [], { ...source, APP_MODE: "demo" }).mode).toBe("demo");
});

test.each([
  [{ INNGEST_BASE_URL: "http://inngest" }],
  [{ INNGEST_DEV: "1" }],
  [{ INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "s" }],
])("leaves the runner out with %o", (source) => {
  expect(readSettings("/house", [], source).runnerPort).toBeUndefined();
});

test.each([
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://[::1]:3000"],
  ["10.1.2.3", "http://10.1.2.3:3000"],
])("reaches an app on %s by %s", (HOST, localUrl) => {
  expect(readSettings("/house", [], { HOST }).localUrl).toBe(localUrl);
});

test.each([
  [{ PORT: "many" }, "PORT is many"],
  [{ RUNNER_PORT: "70000" }, "RUNNER_PORT is 70000"],
  [{ APP_MODE: "prod" }, "APP_MODE is prod"],
])("refuses %o by name", (source, message) => {
  expect(() => readSettings("/house", [], source)).toThrow(message);
});
