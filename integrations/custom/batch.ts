import { z } from "zod";
import { type Rejection, readJson } from "../json-body.ts";
import { customEvent, customTopics } from "./events.ts";

export const mostBatchEvents = 500;

/** One event of a batch as it is stored by itself. `id` is the sender's name for it, null when it gave none to use. */
export type BatchEvent = { id: string | null; topic: string; body: Uint8Array };

export type Batch = { kind: "batch"; events: BatchEvent[] } | { kind: "too_many_events" } | Rejection;

const eventId = z
  .string()
  .regex(/^[^\p{Cc}]{1,200}$/u)
  .describe("Your name for this event. The same name is taken once.");

const batch = z.object({
  events: z.array(z.intersection(customEvent, z.object({ id: eventId.nullish() }))).max(mostBatchEvents),
});

/** JSON Schema (2020-12) of a batch. */
export function customBatchJsonSchema() {
  return z.toJSONSchema(batch, { io: "input" });
}

const loose = z.object({ events: z.array(z.unknown()) });
const envelope = z.object({ type: z.string().optional().catch(undefined), id: z.unknown().optional() });

/** Takes a batch apart. What is wrong within one event is left to whoever reads that event: no good one pays for it. */
export function readBatch(body: Uint8Array): Batch {
  const read = readJson(body);
  if (read.kind === "rejected") return read;
  const parsed = loose.safeParse(read.json);
  if (!parsed.success) return { kind: "rejected", reason: "invalid_shape", detail: "events" };
  const { events } = parsed.data;
  return events.length > mostBatchEvents ? { kind: "too_many_events" } : { kind: "batch", events: events.map(apart) };
}

function apart(event: unknown): BatchEvent {
  const { type = "", id } = envelope.safeParse(event).data ?? {};
  return {
    id: eventId.safeParse(id).data ?? null,
    topic: customTopics.has(type) ? type : "unknown",
    body: new TextEncoder().encode(JSON.stringify(event)),
  };
}
