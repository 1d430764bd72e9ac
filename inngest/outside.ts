import { env } from "#env";
import { type Mailer, mailerFor } from "#integrations/mailer.ts";
import type { ModelAddress } from "#integrations/writer.ts";

// One of each per process: a mailer holds connections and the provider's pace.
const store = globalThis as typeof globalThis & { comebackMailer?: Mailer };

/** The model that the environment names, or null where the scripted writer writes. Its address is the operator's own word. */
export function installationModel(): ModelAddress | null {
  const { WRITER_PROVIDER: provider, WRITER_MODEL: model, WRITER_API_KEY: apiKey, WRITER_BASE_URL: baseUrl } = env();
  if (provider === "scripted" || !model) return null;
  return { provider, model, apiKey: apiKey ?? "", baseUrl, allowPrivate: true };
}

/** The way out that the environment asks for. */
export function configuredMailer(): Mailer {
  store.comebackMailer ??= makeMailer();
  return store.comebackMailer;
}

/** The way out that leads nowhere else. */
export function outboxOnly(): Mailer {
  return mailerFor({ kind: "outbox" });
}

function makeMailer(): Mailer {
  const { MAILER, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_URL } = env();
  const { RESEND_REQUESTS_PER_SECOND: requestsPerSecond } = env();
  if (MAILER === "resend" && apiKey) return mailerFor({ kind: "resend", apiKey, baseUrl, requestsPerSecond });
  if (MAILER === "smtp" && SMTP_URL) return mailerFor({ kind: "smtp", url: SMTP_URL });
  return mailerFor({ kind: "outbox" });
}
