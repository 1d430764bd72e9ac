import { type Announcement, announce } from "#inngest/events.ts";
import { together } from "./together.ts";

const announceTogether = together(
  async (events: Announcement[]) => {
    await announce(events).catch(() => undefined);
    return events;
  },
  { most: 500, atOnce: 2, mostHeld: 20_000, mostBytes: Number.POSITIVE_INFINITY, bytesOf: () => 0 },
);

const telling = new Set<Promise<unknown>>();

/**
 * Ends when all is told, for which no shop should wait: the row is stored and the sweep finds it, so a runner that is
 * down, slow or has too much to do is no reason to refuse a webhook or to hold up its answer.
 */
export async function tellRunner(stored: { tenantId: string; id: string }[]): Promise<void> {
  const told = stored.map(({ tenantId, id }) => {
    const event = { name: "webhook/received", data: { tenantId, webhookEventId: id } };
    const one = announceTogether(event)
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
  return Response.json({ error: { code, message } }, { status });
}

/** Every platform sends again what it got this answer to. */
export function comeAgain(status: 429 | 503, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status, headers: { "retry-after": "5" } });
}
