import pino from "pino";
import { env } from "#env";

let made: pino.Logger | undefined;

/** The log of the web app: ids, codes and places; never an address, a name or what somebody wrote. */
export function log(): pino.Logger {
  made ??= pino({ name: "comeback", level: env().LOG_LEVEL });
  return made;
}

export type FaultFacts = { name: string; code?: string; constraint?: string; message?: string; at: string[] };

/** What may be logged of a fault. Messages of the database and of parsers quote values, so only our own are kept. */
export function faultFacts(error: unknown): FaultFacts[] {
  const facts: FaultFacts[] = [];
  for (let fault = error; fault instanceof Error && facts.length < 4; fault = fault.cause) {
    const { code, constraint_name: constraint } = fault as { code?: unknown; constraint_name?: unknown };
    facts.push({
      name: fault.constructor.name,
      ...(typeof code === "string" ? { code } : {}),
      ...(typeof constraint === "string" ? { constraint } : {}),
      ...(plainNames.has(fault.constructor.name) ? { message: fault.message } : {}),
      at: framesOf(fault),
    });
  }
  return facts.length > 0 ? facts : [{ name: typeof error, at: [] }];
}

const plainNames = new Set(["Error", "TypeError", "RangeError", "ReferenceError"]);

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 6).map((line) => line.trim());
}
