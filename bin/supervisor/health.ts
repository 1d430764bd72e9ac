import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "./child.ts";
import { StartError } from "./start-error.ts";

const DEADLINE_MS = 120_000;
const MOST_DEATHS = 4;

/** Waits until the app says of itself and of all it stands on that it is well. */
export async function untilHealthy(app: {
  localUrl: string;
  children: Child[];
  logs: string;
  signal: AbortSignal;
}): Promise<void> {
  const { localUrl, children, logs, signal } = app;
  const deadline = Date.now() + DEADLINE_MS;
  let lastAnswer = "no answer";
  while (!signal.aborted) {
    const answer = await ask(`${localUrl}/api/health`);
    if (answer.ok) return;
    lastAnswer = answer.text;
    if (children.some((child) => child.deaths() >= MOST_DEATHS)) {
      throw new StartError(`A part of Comeback does not stay up: its last words are above and in ${logs}`);
    }
    if (Date.now() > deadline) throw new StartError(`Comeback did not get ready (${lastAnswer}): see ${logs}`);
    await wait(50);
  }
}

async function ask(url: string): Promise<{ ok: boolean; text: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    return { ok: response.status === 200, text: `${response.status} ${(await response.text()).slice(0, 200)}` };
  } catch {
    return { ok: false, text: "no answer" };
  }
}
