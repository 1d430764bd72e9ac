import { announce, receivedWebhooks } from "#inngest/events.ts";
import { refusal, responseOf, retryLater } from "./reply.ts";
import { together } from "./together.ts";

type Stored = { tenantId: string; id: string };

// One event for all that came within a moment: to a runner each costs as much as applying the webhook it tells of.
const announceTogether = together(
  async (stored: Stored[]) => {
    await announce(receivedWebhooks(stored)).catch(() => undefined);
    return stored;
  },
  { most: 2_000, atOnce: 1, restMs: 100, mostHeld: 50_000, mostBytes: Number.POSITIVE_INFINITY, bytesOf: () => 0 },
);

const telling = new Set<Promise<unknown>>();

/**
 * Ends when all is told, for which no shop should wait: the row is stored and the sweep finds it, so a runner that is
 * down, slow or has too much to do is no reason to refuse a webhook or to hold up its answer.
 */
export async function tellRunner(stored: Stored[]): Promise<void> {
  const told = stored.map((webhook) => {
    const one = announceTogether(webhook)
      .catch(() => undefined)
      .finally(() => telling.delete(one));
    telling.add(one);
    return one;
  });
  await Promise.all(told);
}

/** When all that the doors tell has been told: for a process that ends, and for tests. */
export async function untilTold(): Promise<void> {
  await Promise.all(telling);
}

export function errorAnswer(status: number, code: string, message: string): Response {
  return responseOf(refusal(status, code, message));
}

/** Every platform sends again what it got this answer to. */
export function comeAgain(status: 429 | 503, code: string, message: string): Response {
  return responseOf(retryLater(status, code, message));
}
