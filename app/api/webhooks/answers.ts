import { announce } from "#inngest/events.ts";

/** The row is stored and the sweep finds it, so a runner that is down is no reason to refuse a webhook. */
export async function tellRunner(stored: { tenantId: string; id: string }[]): Promise<void> {
  if (stored.length === 0) return;
  const events = stored.map(({ tenantId, id }) => ({
    name: "webhook/received",
    data: { tenantId, webhookEventId: id },
  }));
  await announce(events).catch(() => undefined);
}

export function errorAnswer(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}
