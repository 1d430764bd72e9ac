import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

const whole = {
  RUNNER_DATABASE_URL: "postgres://runner@127.0.0.1:5432/comeback",
  RUNNER_PORT: "8288",
  RUNNER_APP_URL: "http://127.0.0.1:3000/api/inngest",
  INNGEST_SIGNING_KEY: "signkey-prod-abcd",
  INNGEST_EVENT_KEY: "events",
};

test("reads a whole environment, signed and on real time", () => {
  expect(readOptions(whole)).toMatchObject({ port: 8288, signingKey: "signkey-prod-abcd", virtualClock: false });
});

test("runs unsigned only when told so", () => {
  const { INNGEST_SIGNING_KEY: _key, INNGEST_EVENT_KEY: _event, ...bare } = whole;
  expect(readOptions({ ...bare, INNGEST_DEV: "1" })).toMatchObject({ signingKey: null, eventKey: null });
  for (const mode of [undefined, "0", ""])
    expect(() => readOptions({ ...bare, INNGEST_DEV: mode })).toThrow("INNGEST_SIGNING_KEY");
});

const bad: [string, string][] = [
  ["RUNNER_DATABASE_URL", "mysql://x"],
  ["RUNNER_PORT", "70000"],
  ["RUNNER_APP_URL", "localhost"],
  ["RUNNER_VIRTUAL_CLOCK", "yes"],
  ["INNGEST_SIGNING_KEY", "secret"],
  ["INNGEST_EVENT_KEY", ""],
];
test.each(bad)("refuses a bad %s by its name", (name, value) => {
  expect(() => readOptions({ ...whole, [name]: value })).toThrow(name);
});
