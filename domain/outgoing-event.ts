import { z } from "zod";
import { holdReasons } from "./draft-life.ts";
import { closeReasons } from "./enrollment.ts";
import { armKinds } from "./experiment.ts";
import { authenticities } from "./inbound/authenticity.ts";
import { intents } from "./inbox.ts";
import { verdicts } from "./review.ts";
import { oversightModes } from "./sequence.ts";
import { triggerKinds } from "./sequence-graph.ts";

/** The shape of `data` changes only by fields that are added; anything else is a new number. */
export const eventVersion = 1;

const id = z.string().min(1).max(64);
const optionalId = id.nullable();
const instant = z.iso.datetime();
const money = z.strictObject({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
const actor = z.strictObject({
  kind: z.enum(["member", "key", "policy"]),
  id: optionalId.meta({ description: "Null for the policy" }),
});

const mailKind = z.enum(["recovery", "letter"]).meta({
  description: "`recovery` is a sequence's mail, `letter` one that a person or program wrote by itself",
});
/** What stands behind a mail; a letter has no cart, enrollment and place. */
const mail = {
  messageId: id,
  kind: mailKind,
  contactId: optionalId,
  cartId: optionalId,
  enrollmentId: optionalId,
  position: z.int().nullable().meta({ description: "The place among the sequence's messages, from zero" }),
};
const enrollment = { enrollmentId: id, sequenceId: id, cartId: id, contactId: id };
const draft = {
  draftId: id.meta({ description: "The draft, or for a letter the letter" }),
  kind: mailKind,
  enrollmentId: optionalId,
  sequenceId: optionalId,
};

/** What is told of each event: ids, money and states. Never words of a mail, and of a person never more than the id. */
export const eventShapes = {
  "cart.abandoned": z.strictObject({
    cartId: id,
    shopId: id,
    contactId: optionalId,
    total: money,
    lineCount: z.int(),
    abandonedAt: instant.meta({ description: "Since when its quiet counts" }),
  }),
  "enrollment.started": z.strictObject({
    ...enrollment,
    versionId: id,
    trigger: z.enum(triggerKinds),
    experimentId: optionalId,
    arm: z.string(),
    armKind: z.enum(armKinds).meta({ description: "A `holdout` is sent nothing" }),
    cartTotal: money,
  }),
  "enrollment.stopped": z.strictObject({ ...enrollment, reason: z.enum(closeReasons) }),
  "draft.pending": z.strictObject({
    ...draft,
    mode: z.enum(oversightModes),
    holds: z.array(z.enum(holdReasons)).meta({ description: "Why a person must look at it" }),
    dueAt: instant.nullable().meta({ description: "Until when it waits; null waits for ever" }),
  }),
  "draft.reviewed": z.strictObject({ ...draft, reviewId: id, verdict: z.enum(verdicts), by: actor }),
  "message.sent": z.strictObject(mail),
  "message.delivered": z.strictObject(mail),
  "message.clicked": z.strictObject({ ...mail, clickId: id }),
  "message.bounced": z.strictObject(mail),
  "message.complained": z.strictObject(mail),
  "reply.received": z.strictObject({
    conversationId: id,
    mailId: id,
    mailboxId: id,
    contactId: optionalId,
    cartId: optionalId,
    enrollmentId: optionalId,
    intent: z.enum(intents).nullable(),
    automatic: z.boolean().meta({ description: "Written by a machine, such as an out-of-office note" }),
    authenticity: z.enum(authenticities).meta({ description: "Whether the sender's domain vouches for it" }),
  }),
  "order.recovered": z.strictObject({
    orderId: id,
    shopId: id,
    contactId: optionalId,
    enrollmentId: id,
    messageId: id,
    total: money,
    credited: money.meta({ description: "What the last click is credited with: the order less what was given back" }),
  }),
  "experiment.concluded": z.strictObject({
    experimentId: id,
    sequenceId: id,
    by: actor,
    reason: z.string().nullable(),
    verdict: z.string().nullable().meta({ description: "The kind of the final analysis's verdict; null by hand" }),
  }),
  "oversight.mode_changed": z.strictObject({
    level: z.enum(["tenant", "sequence", "step"]),
    sequenceId: optionalId,
    versionId: optionalId,
    stepId: optionalId,
    from: z.enum(oversightModes).nullable().meta({ description: "Null where it followed the level above" }),
    to: z.enum(oversightModes).nullable().meta({ description: "Null where it follows the level above" }),
    because: z.enum(["person", "demoted", "lifted"]),
    by: actor,
  }),
} as const;

export type EventType = keyof typeof eventShapes;
export const eventTypes = Object.keys(eventShapes) as [EventType, ...EventType[]];

/** What is told of an event of each kind. */
export type EventBody<T extends EventType> = z.infer<(typeof eventShapes)[T]>;

/** What a test sends in place of an event. */
export const testType = "webhook.test";
export type ToldType = EventType | typeof testType;

/** The body of each post; `data` is of the event's shape. */
export type Envelope = { id: string; type: ToldType; version: number; timestamp: string; data: object };

/** An event as it is posted, by the Standard Webhooks: type, the instant of the fact, and what is told of it. */
export function envelopeOf({ id, type, data, at }: { id: string; type: ToldType; data: object; at: Date }): Envelope {
  return { id, type, version: eventVersion, timestamp: at.toISOString(), data };
}
