import pino from "pino";
import { env } from "#env";

let logger: pino.Logger | undefined;

/** Logs a fault with ids and where it happened. Messages of parsers and of the database quote values, so they stay out. */
export function logFault(message: string, ids: Record<string, string>, cause: unknown): void {
  logger ??= pino({ name: "comeback", level: env().LOG_LEVEL });
  const chain: { name: string; code?: unknown; at: string[] }[] = [];
  for (let fault = cause; fault instanceof Error && chain.length < 4; fault = fault.cause) {
    const { code } = fault as { code?: unknown };
    chain.push({ name: fault.name, code, at: framesOf(fault) });
  }
  logger.error({ ...ids, fault: chain }, message);
}

/** A stack begins with the message, whose own lines may look like frames: a message that is not found there cannot be cut. */
function framesOf({ stack = "", message }: Error): string[] {
  const begin = stack.indexOf(message);
  if (begin < 0) return [];
  const frames = stack.slice(begin + message.length).split("\n");
  return frames.filter((line) => /^\s+at /.test(line)).slice(0, 6);
}
