import { z } from "zod";
import { receive } from "../ingest/receive.ts";
import type { Received } from "../protocol/events.ts";
import { newId, seededIds } from "../protocol/identity.ts";
import { sameSecret } from "../protocol/sign.ts";
import { type SentEvent, sentEventSchema } from "../protocol/wire.ts";
import { transaction } from "../store/connection.ts";
import type { Clock } from "../time/clock.ts";
import { type Answer, type Ask, ok } from "./answer.ts";

const mostEvents = 5_000;
const largestEvent = 3 * 1024 * 1024;
const listSchema = z.union([z.array(sentEventSchema), sentEventSchema.transform((event) => [event])]);

const bad = (status: number, error: string): Answer => ({ status, body: { ids: [], status, error } });

/**
 * The instant before which an event starts nothing. Senders stamp events with real time, so a stamp that is not later
 * than real time means "now" even when the runner's clock was set back behind it.
 */
function notBefore(ts: number, clock: Clock, real: number): number {
  const now = clock.now();
  return ts <= real ? now : Math.max(now, ts);
}

function receivedOf(event: SentEvent, key: string, clock: Clock): Received {
  const { _inngest: _route, ...fields } = event.data ?? {};
  const ts = event.ts || clock.now();
  const optional = { ...(event.v == null ? {} : { v: event.v }), ...(event.meta == null ? {} : { meta: event.meta }) };
  return {
    key,
    idempotencyKey: event.id ? `event:${event.id}` : null,
    body: { id: event.id || key, name: event.name, data: fields, ts, user: event.user ?? {}, ...optional },
    notBefore: notBefore(ts, clock, Date.now()),
  };
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues.flatMap((each) => (each.code === "invalid_union" ? each.errors.flat() : [each]));
  return issue === undefined ? "invalid event" : `${issue.path.map(String).join(".")} ${issue.message}`.trim();
}

function idsFor(seed: string | string[] | undefined, count: number): string[] {
  const seeded = typeof seed === "string" ? seededIds(seed, count) : null;
  return seeded ?? Array.from({ length: count }, newId);
}

/** `POST /e/:eventKey`: durable when answered. A repeated send (same seed) gets the same ids and starts nothing. */
export async function takeEvents({ options, session, parts, headers, body }: Ask): Promise<Answer> {
  if (options.eventKey !== null && !sameSecret(parts[0] ?? "", options.eventKey)) {
    return bad(401, "Event key not found");
  }
  const parsed = listSchema.safeParse(body);
  if (!parsed.success) return bad(400, reasonOf(parsed.error));
  const sent = parsed.data;
  if (sent.length > mostEvents) return bad(400, `at most ${mostEvents} events may be sent at once`);
  const { engine } = session;
  const ids = idsFor(headers["x-inngest-event-id-seed"], sent.length);
  const events = sent.map((event, index) => receivedOf(event, ids[index] ?? newId(), engine.clock));
  if (events.some((event) => JSON.stringify(event.body).length > largestEvent))
    return bad(413, "an event is too large");
  await transaction(engine.pool, (db) => receive(db, engine, events));
  return ok({ ids, status: 200 });
}
