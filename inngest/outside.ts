import { env } from "#env";
import { type Mailer, mailerFor } from "#integrations/mailer.ts";
import { type Writer, writerFor } from "#integrations/writer.ts";

// One of each per process: a mailer holds connections and the provider's pace.
const store = globalThis as typeof globalThis & { comebackMailer?: Mailer };

/** The writer that the environment asks for. */
export function configuredWriter(): Writer {
  const { WRITER_PROVIDER: provider, WRITER_MODEL: model, WRITER_API_KEY: apiKey, WRITER_BASE_URL: baseUrl } = env();
  if (provider === "scripted" || !model) return writerFor({ kind: "scripted" });
  return writerFor({ kind: "language_model", provider, model, apiKey: apiKey ?? "", baseUrl });
}

/** The way out that the environment asks for. */
export function configuredMailer(): Mailer {
  store.comebackMailer ??= makeMailer();
  return store.comebackMailer;
}

function makeMailer(): Mailer {
  const { MAILER, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_URL } = env();
  const { RESEND_REQUESTS_PER_SECOND: requestsPerSecond } = env();
  if (MAILER === "resend" && apiKey) return mailerFor({ kind: "resend", apiKey, baseUrl, requestsPerSecond });
  if (MAILER === "smtp" && SMTP_URL) return mailerFor({ kind: "smtp", url: SMTP_URL });
  return mailerFor({ kind: "outbox" });
}
