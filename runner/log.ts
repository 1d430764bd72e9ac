export type Log = (message: string, fields?: Record<string, unknown>) => void;

/** Writes one line of JSON to stdout. Fields carry ids and causes, never event contents. */
export const logLine: Log = (message, fields = {}) => {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), room: "runner", msg: message, ...fields })}\n`,
  );
};

export function causeOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(causeOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
