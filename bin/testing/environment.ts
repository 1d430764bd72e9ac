import { createHash } from "node:crypto";
import fc from "fast-check";

// Constants, because a test that fails must fail again the same way; none of them opens anything outside the test run.
const DEFAULTS: Record<string, string> = {
  APP_MODE: "test",
  LOG_LEVEL: "silent",
  MAILER: "outbox",
  // Nobody answers there: a test that asks DNS brings a server of its own.
  DNS_SERVERS: "127.0.0.1:9",
  WRITER_PROVIDER: "scripted",
  // Nobody listens there: a test of the database says by `connectTo` which one it means.
  DATABASE_APP_URL: "postgres://nobody@127.0.0.1:1/none",
  DATABASE_WORKER_URL: "postgres://nobody@127.0.0.1:1/none",
  NEXTAUTH_SECRET: secretFor("session"),
  LINK_SECRET: secretFor("links"),
  ENCRYPTION_KEY: createHash("sha256").update("encryption").digest("base64"),
  INNGEST_EVENT_KEY: secretFor("events"),
  INNGEST_SIGNING_KEY: `signkey-prod-${secretFor("signing")}`,
};

// `PROPERTY_SEED=random` looks for cases that nobody has seen yet.
const { PROPERTY_SEED = "20260304" } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

for (const [name, value] of Object.entries(DEFAULTS)) process.env[name] ??= value;

function secretFor(purpose: string): string {
  return createHash("sha256").update(purpose).digest("hex");
}
