import { moveClock } from "#db/clock.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { runnerClient } from "#integrations/runner-client.ts";

const patience = { tries: 20, pauseMs: 500 };

/** Moves the app's clock and then the runner's to the same time: what becomes due by it finds the app there already. */
export async function setClocks(change: { advanceMinutes?: number; speed?: number }) {
  const moved = await moveClock(change);
  const { INNGEST_BASE_URL: baseUrl, INNGEST_SIGNING_KEY: signingKey = null } = env();
  if (!baseUrl) return moved;
  const runner = runnerClient({ baseUrl, signingKey });
  for (let tried = 1; ; tried++) {
    // A runner that is just restarting gets the clock when it is back; the leap is in `set`, so asking twice is safe.
    const answer = await runner.moveClock({ set: moved.now, speed: moved.speed });
    if (answer.kind === "ok") return moved;
    if (answer.kind === "refused") throw new AppError("conflict", `The runner keeps its own time: ${answer.message}`);
    if (tried >= patience.tries) throw new Error(`the runner does not answer: ${answer.reason}`);
    await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
  }
}
