import type { EventType, ToldType } from "./outgoing-event.ts";
import type { DeliveryState, PauseReason } from "./webhook-delivery.ts";

/** An endpoint as pages and programs see it. Instants are ISO 8601. */
export type EndpointRow = {
  id: string;
  name: string;
  url: string;
  events: EventType[];
  createdAt: string;
  pausedAt: string | null;
  pausedBecause: PauseReason | null;
  /** Since when every try has failed; null where the last was taken. */
  failingSince: string | null;
  triedAt: string | null;
  deliveredAt: string | null;
  /** What came of the last try: `ok`, `status 503`, or why there was no answer. */
  outcome: string | null;
  /** Until when the secret before this one signs as well. */
  overlapsUntil: string | null;
  /** Since when it is removed; null where it stands. */
  removedAt: string | null;
};

/** What of one event became of an endpoint. */
export type DeliveryRow = {
  id: string;
  endpointId: string;
  eventId: string;
  type: ToldType;
  at: string;
  state: DeliveryState;
  attempts: number;
  outcome: string | null;
  triedAt: string | null;
  /** When it is tried next; null where nothing is to come. */
  dueAt: string | null;
};

export type AttemptRow = {
  number: number;
  outcome: string;
  status: number | null;
  /** The beginning of what was answered. */
  answer: string;
  tookMs: number;
  at: string;
};

/** A delivery with what is told in it and its tries, the newest first. */
export type DeliveryEntry = DeliveryRow & { data: Record<string, unknown>; tries: AttemptRow[] };
