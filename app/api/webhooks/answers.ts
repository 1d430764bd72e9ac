import { setTimeout as wait } from "node:timers/promises";
import { type Announcement, announce } from "#inngest/events.ts";
import { together } from "./together.ts";

const announceTogether = together(
  async (events: Announcement[]) => {
    await announce(events).catch(() => undefined);
    return events;
  },
  { most: 500, atOnce: 2, mostHeld: 20_000, mostBytes: Number.POSITIVE_INFINITY, bytesOf: () => 0 },
);

const patienceMs = 1_000;

/**
 * The row is stored and the sweep finds it, so a runner that is down, slow or has too much to do is no reason to refuse
 * a webhook or to keep its sender waiting.
 */
export async function tellRunner(stored: { tenantId: string; id: string }[]): Promise<void> {
  if (stored.length === 0) return;
  const telling = stored.map(({ tenantId, id }) =>
    announceTogether({ name: "webhook/received", data: { tenantId, webhookEventId: id } }).catch(() => undefined),
  );
  const patience = new AbortController();
  const tired = wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([Promise.all(telling), tired]);
  patience.abort();
}

export function errorAnswer(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** Every platform sends again what it got this answer to. */
export function comeAgain(status: 429 | 503, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status, headers: { "retry-after": "5" } });
}
