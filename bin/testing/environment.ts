import { createHash } from "node:crypto";

// Constants, because a test that fails must fail again the same way; none of them opens anything outside the test run.
const DEFAULTS: Record<string, string> = {
  APP_MODE: "test",
  LOG_LEVEL: "silent",
  MAILER: "outbox",
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

for (const [name, value] of Object.entries(DEFAULTS)) process.env[name] ??= value;

function secretFor(purpose: string): string {
  return createHash("sha256").update(purpose).digest("hex");
}
