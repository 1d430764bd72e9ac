import pino from "pino";
import { env } from "#env";

let logger: pino.Logger | undefined;

/** Logs a fault with ids and its cause; never personal data, so of the cause only what names it. */
export function logFault(message: string, ids: Record<string, string>, cause: unknown): void {
  logger ??= pino({ level: env().LOG_LEVEL });
  const named =
    cause instanceof Error
      ? {
          name: cause.name,
          message: cause.message.split("\n")[0]?.slice(0, 200),
          stack: cause.stack?.split("\n").slice(1, 6),
        }
      : {};
  logger.error({ ...ids, cause: named }, message);
}
