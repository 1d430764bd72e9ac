import { type Announcement, announce } from "#inngest/events.ts";
import { together } from "./together.ts";

const announceTogether = together(
  async (events: Announcement[]) => {
    await announce(events).catch(() => undefined);
    return events;
  },
  { most: 500, atOnce: 2 },
);

/** The row is stored and the sweep finds it, so a runner that is down is no reason to refuse a webhook. */
export async function tellRunner(stored: { tenantId: string; id: string }[]): Promise<void> {
  if (stored.length === 0) return;
  const events = stored.map(({ tenantId, id }) => ({
    name: "webhook/received",
    data: { tenantId, webhookEventId: id },
  }));
  await Promise.all(events.map(announceTogether));
}

export function errorAnswer(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}
