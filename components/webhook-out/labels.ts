import type { EventType, ToldType } from "#domain/outgoing-event.ts";
import type { DeliveryState, PauseReason } from "#domain/webhook-delivery.ts";
import type { DeliveryRow, EndpointRow } from "#domain/webhooks-out.ts";
import type { Tone } from "../ui/badge.tsx";

export const eventLabels: Record<EventType, string> = {
  "cart.abandoned": "A cart was left",
  "enrollment.started": "A contact entered a sequence",
  "enrollment.stopped": "A contact's sequence ended",
  "draft.pending": "A draft waits for a person",
  "draft.reviewed": "A verdict was given on a draft",
  "message.sent": "A message was sent",
  "message.delivered": "A message was delivered",
  "message.clicked": "A person clicked in a message",
  "message.bounced": "A message bounced",
  "message.complained": "A message was reported as spam",
  "reply.received": "Somebody wrote back",
  "order.recovered": "An order was won back",
  "experiment.concluded": "An experiment was concluded",
  "oversight.mode_changed": "Oversight was tightened or loosened",
};

export const toldLabels: Record<ToldType, string> = { ...eventLabels, "webhook.test": "Test" };

export const stateLabels: Record<DeliveryState, string> = {
  waiting: "Waiting",
  held: "Held",
  delivered: "Delivered",
  failed: "Failed",
};

export const stateTones: Record<DeliveryState, Tone> = {
  waiting: "accent",
  held: "neutral",
  delivered: "good",
  failed: "bad",
};

const stateHints: Record<DeliveryState, string> = {
  waiting: "It is tried until it is taken, eight times over a good day.",
  held: "The endpoint is paused. It goes out, in its order, when the endpoint is resumed.",
  delivered: "It was taken: the answer was a 2xx.",
  failed: "It was tried for a day and not taken. Replay it when the cause is mended.",
};

/** What a delivery's state means; a test that was not taken is not tried again. */
export const hintOf = ({ type, state }: Pick<DeliveryRow, "type" | "state">) =>
  type === "webhook.test" && state === "failed" ? "A test goes once, and this one was not taken." : stateHints[state];

export const pauseLabels: Record<PauseReason, string> = {
  person: "Paused",
  dead: "Paused: nothing was taken for a day",
  gone: "Paused: it answered 410 Gone",
};

/** How an endpoint does, in a word and a colour. */
export function healthOf({ pausedAt, pausedBecause, failingSince, deliveredAt }: EndpointRow): {
  label: string;
  tone: Tone;
} {
  if (pausedAt)
    return { label: pauseLabels[pausedBecause ?? "person"], tone: pausedBecause === "person" ? "neutral" : "bad" };
  if (failingSince) return { label: "Failing", tone: "warn" };
  return deliveredAt ? { label: "Well", tone: "good" } : { label: "Nothing told yet", tone: "neutral" };
}

const faults: Record<string, string> = {
  ok: "Taken",
  no_web_address: "It is no web address",
  private_address: "The address is of this machine or its network",
  unknown_host: "No such host",
  no_connection: "No connection",
  timeout: "No answer within ten seconds",
  redirected: "It answered with a redirect, which is not followed",
};

/** The sentence for what came of a try: `ok`, `status 503`, or why there was no answer. */
export const outcomeLabel = (outcome: string) => faults[outcome] ?? outcome.replace(/^status/, "Answered");
