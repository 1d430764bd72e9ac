import { causeOf, logLine } from "./log.ts";
import { readOptions } from "./options.ts";
import { startRunner } from "./start.ts";

// Whoever read the log may be gone; the work goes on.
process.stdout.on("error", () => {});

async function main(): Promise<void> {
  const runner = await startRunner(readOptions(process.env));
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logLine("stopping", { signal });
    runner
      .stop()
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        logLine("could not stop cleanly", { cause: causeOf(error) });
        process.exit(1);
      });
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
}

main().catch((error: unknown) => {
  logLine("cannot start", { cause: causeOf(error) });
  process.exit(1);
});
