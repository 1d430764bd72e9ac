import { expect, test } from "vitest";
import { parseEnv } from "#env";

const complete = {
  DATABASE_APP_URL: "postgres://app:x@127.0.0.1:1/comeback",
  DATABASE_WORKER_URL: "postgres://worker:x@127.0.0.1:1/comeback",
  NEXTAUTH_SECRET: "s".repeat(32),
  LINK_SECRET: "l".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
};

test("chooses embedded defaults when nothing outside is named", () => {
  const values = parseEnv(complete);
  expect(values).toMatchObject({ MAILER: "outbox", WRITER_PROVIDER: "scripted", APP_URL: "http://localhost:3000" });
  expect(values.NEXTAUTH_URL).toBe(values.APP_URL);
});

test("names every refused variable in one line", () => {
  const bad = { ...complete, PORT: "many", DATABASE_APP_URL: "mysql://x", LINK_SECRET: "" };
  expect(() => parseEnv(bad)).toThrow(
    /^Environment refused: (?=.*PORT)(?=.*DATABASE_APP_URL must)(?=.*LINK_SECRET is missing).*$/,
  );
});

test.each([
  [{ MAILER: "resend" }, "RESEND_API_KEY"],
  [{ MAILER: "smtp" }, "SMTP_URL"],
  [{ WRITER_PROVIDER: "openai-compatible", WRITER_MODEL: "local" }, "WRITER_BASE_URL"],
  [{ WRITER_MODEL: "claude-sonnet" }, "WRITER_API_KEY"],
  [{ ENCRYPTION_KEY: "c2hvcnQ=" }, "ENCRYPTION_KEY"],
])("refuses %o without %s", (change, name) => {
  expect(() => parseEnv({ ...complete, ...change })).toThrow(name);
});

test.each([
  [{ RESEND_API_KEY: "re_x" }, { MAILER: "resend" }],
  [{ SMTP_URL: "smtp://127.0.0.1:25" }, { MAILER: "smtp" }],
  [{ WRITER_MODEL: "claude-sonnet", WRITER_API_KEY: "k" }, { WRITER_PROVIDER: "anthropic" }],
  [{ WRITER_MODEL: "gpt", WRITER_API_KEY: "k" }, { WRITER_PROVIDER: "openai" }],
  [{ WRITER_MODEL: "m", WRITER_BASE_URL: "http://127.0.0.1:1/v1" }, { WRITER_PROVIDER: "openai-compatible" }],
])("derives from %o that %o", (change, derived) => {
  expect(parseEnv({ ...complete, ...change })).toMatchObject(derived);
});
