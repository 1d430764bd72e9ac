import { z } from "zod";
import { eventTypes, testType } from "#domain/outgoing-event.ts";
import { deliveryStates, pauseReasons } from "#domain/webhook-delivery.ts";
import { byId, id, instant, ours } from "../shapes.ts";

/** What every operation on webhooks out has in common, and further what is about one endpoint. */
export const ofWebhooks = { tag: "Webhooks", scope: "admin" } as const;
export const ofEndpoint = { ...ofWebhooks, params: byId, example: { params: { id: "whk_01kh3…" } } };

const outcome = ours(
  z.string().meta({ description: "`ok`, `status 503`, or why there was no answer (`timeout`, `private_address` …)" }),
);

export const endpoint = z
  .strictObject({
    ...{ id, name: z.string(), url: z.string(), events: z.array(z.enum(eventTypes)), createdAt: instant },
    ...{ pausedAt: instant.nullable(), pausedBecause: z.enum(pauseReasons).nullable() },
    failingSince: instant.nullable().meta({ description: "Since when every try has failed" }),
    ...{ triedAt: instant.nullable(), deliveredAt: instant.nullable(), outcome: outcome.nullable() },
    overlapsUntil: instant.nullable().meta({ description: "Until when the secret before this one signs as well" }),
    removedAt: instant.nullable().meta({ description: "Since when it is removed; for 30 days it can be restored" }),
  })
  .meta({ id: "Webhook", description: "Where events are posted to, signed by the Standard Webhooks" });

const delivery = {
  ...{ id, endpointId: id, eventId: id, type: z.enum([...eventTypes, testType]), at: instant },
  ...{ state: z.enum(deliveryStates), attempts: z.int(), outcome: outcome.nullable() },
  ...{ triedAt: instant.nullable(), dueAt: instant.nullable().meta({ description: "When it is tried next" }) },
};

export const deliveryRow = z
  .strictObject(delivery)
  .meta({ id: "WebhookDelivery", description: "What became of one event at one endpoint" });

export const deliveryEntry = z
  .strictObject({
    ...delivery,
    data: z.record(z.string(), z.unknown()).meta({ description: "What is told, by the event's own shape" }),
    tries: z.array(
      z.strictObject({
        ...{ number: z.int(), outcome, status: z.int().nullable(), tookMs: z.int(), at: instant },
        answer: z.string().meta({ description: "The beginning of what was answered" }),
      }),
    ),
  })
  .meta({ id: "WebhookDeliveryEntry", description: "A delivery with its tries, the newest first" });

export const webAddress = z.url({ protocol: /^https?$/, error: "Give an address that begins with https://" }).max(500);
export const endpointName = z.string().trim().min(1, "Give a name").max(80);
export const wanted = z
  .array(z.enum(eventTypes))
  .min(1, "Choose at least one event")
  .max(eventTypes.length)
  .transform((events) => eventTypes.filter((one) => events.includes(one)));

export const secret = ours(
  z.string().meta({ description: "What posts are signed by. It is shown in this answer and never again" }),
);
