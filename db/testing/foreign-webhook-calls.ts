import { eventTypes } from "#domain/outgoing-event.ts";
import { encrypt } from "../encryption.ts";
import { recordEvent, recordEvents, storeOutgoing } from "../outgoing-events.ts";
import {
  tellClicked,
  tellConcluded,
  tellDraftPending,
  tellEnrollmentStarted,
  tellEnrollmentsStopped,
  tellLetterPending,
  tellMail,
  tellModeChanged,
  tellModeOfTenant,
  tellMoved,
  tellRecovered,
  tellReviewed,
} from "../outgoing-facts.ts";
import { outgoingEvents, webhookAttempts, webhookDeliveries, webhookEndpoints } from "../schema/webhooks-out.ts";
import type { Scope } from "../scope.ts";
import {
  claimDeliveries,
  deliveryOf,
  listDeliveries,
  nextDueAt,
  readDelivery,
  recordAttempt,
  recordTest,
  replayDelivery,
  replayFailedDeliveries,
  unclaimDelivery,
} from "../webhook-deliveries.ts";
import {
  changeEndpoint,
  createEndpoint,
  endpointContext,
  endpointSecrets,
  findEndpoint,
  getEndpoint,
  listEndpoints,
  listRemovedEndpoints,
  lockEndpoint,
  pauseEndpoint,
  recordReached,
  removeEndpoint,
  restoreEndpoint,
  resumeEndpoint,
  rotateEndpointSecret,
} from "../webhook-endpoints.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

type Key = Pick<Owned, "key">;
const endpointOf = ({ key }: Key) => `whk_${key}`;
const pausedOf = ({ key }: Key) => `whk_paused_${key}`;
const removedOf = ({ key }: Key) => `whk_removed_${key}`;
const eventOf = ({ key }: Key) => `evt_${key}`;
const waitingOf = ({ key }: Key) => `wdl_${key}`;
const failedOf = ({ key }: Key) => `wdl_failed_${key}`;

/** Endpoints that hear, are paused and were removed, with an event of which each was told, and a try that failed. */
export async function tellWebhooksOut(scope: Scope, owned: Key, at: Date): Promise<void> {
  const { tenantId, db } = scope;
  const { key } = owned;
  const endpoint = (id: string) => ({
    ...{ tenantId, id, name: `Stock of ${key}`, url: `https://${key}.example/hook`, createdAt: at },
    secretEncrypted: encrypt(`whsec_${Buffer.from(key).toString("base64")}`, endpointContext(tenantId, id)),
  });
  await db.insert(webhookEndpoints).values([
    { ...endpoint(endpointOf(owned)), events: eventTypes },
    { ...endpoint(pausedOf(owned)), events: [], pausedAt: at, pausedBecause: "dead" },
    { ...endpoint(removedOf(owned)), events: [], removedAt: at },
  ]);
  const data = { cartId: `cart_${key}` };
  const event = { tenantId, type: "cart.abandoned" as const, data, at };
  await db.insert(outgoingEvents).values([
    { ...event, id: eventOf(owned), factId: `cart ${key}` },
    { ...event, id: `evt_failed_${key}`, factId: `failed cart ${key}` },
  ]);
  const delivery = { tenantId, endpointId: endpointOf(owned), eventSeq: 1, dueAt: at, recordedAt: at };
  const told = { ...delivery, eventId: eventOf(owned) };
  await db.insert(webhookDeliveries).values([
    { ...told, id: waitingOf(owned), state: "waiting", tries: 1, attempts: 1 },
    { ...told, id: `wdl_held_${key}`, endpointId: pausedOf(owned), state: "held" },
    { ...told, id: `wdl_removed_${key}`, endpointId: removedOf(owned), state: "held" },
    { ...delivery, id: failedOf(owned), eventId: `evt_failed_${key}`, eventSeq: 2, state: "failed", attempts: 8 },
  ]);
  const attempt = { number: 8, outcome: "status 503", status: 503, answer: `busy ${key}`, tookMs: 12, at };
  await db.insert(webhookAttempts).values({ tenantId, deliveryId: failedOf(owned), ...attempt });
}

export const webhookReads: Record<string, Call> = {
  deliveryOf: (b, a) => deliveryOf(b, { endpointId: endpointOf(a), eventId: eventOf(a) }),
  endpointSecrets: (b, a, now) => endpointSecrets(b, endpointOf(a), now),
  findEndpoint: (b, a) => findEndpoint(b, endpointOf(a)),
  getEndpoint: (b, a) => getEndpoint(b, endpointOf(a)),
  listDeliveries: (b, a) => listDeliveries(b, { endpointId: endpointOf(a) }),
  listEndpoints,
  listRemovedEndpoints,
  lockEndpoint: (b, a) => lockEndpoint(b, endpointOf(a)),
  nextDueAt: (b, a) => nextDueAt(b, endpointOf(a)),
  readDelivery: (b, a) => readDelivery(b, failedOf(a)),
};

const mail = ({ message: messageId }: Owned, at: Date) => ({ messageId, factId: `told ${messageId}`, at });
const verdict = { verdict: "approved" as const, by: { kind: "policy" as const } };
const cart = (a: Owned) => ({
  ...{ cartId: a.cart, shopId: a.shop, contactId: a.contact, total: { amount: 1, currency: "EUR" }, lineCount: 1 },
  abandonedAt: "2026-03-05T00:00:00.000Z",
});
const everywhere = { level: "tenant" as const, sequenceId: null, versionId: null, stepId: null };
const move = { versionId: null, stepId: null, mode: "gated" as const };
const reached = { failures: 3, failingSince: null, quietUntil: null, outcome: "timeout", delivered: false };
const tried = { number: 99, outcome: "ok", status: 200, answer: "theirs", tookMs: 1 };

export const webhookWrites: Record<string, Call> = {
  changeEndpoint: (b, a) => changeEndpoint(b, endpointOf(a), { name: "Theirs" }),
  claimDeliveries: (b, a, now) => claimDeliveries(b, endpointOf(a), 10, now),
  createEndpoint: (b, _, now) => createEndpoint(b, { name: "New", url: "https://new.example/", events: [] }, now),
  pauseEndpoint: (b, a, now) => pauseEndpoint(b, endpointOf(a), "person", now),
  recordAttempt: (b, a, now) => recordAttempt(b, waitingOf(a), { attempt: tried, next: { state: "delivered" } }, now),
  recordEvent: (b, a, now) =>
    recordEvent(b, { type: "cart.abandoned", factId: `one of ${a.cart}`, at: now, data: cart(a) }, now),
  recordEvents: (b, a, now) =>
    recordEvents(b, "cart.abandoned", () => [{ factId: `many of ${a.cart}`, at: now, data: cart(a) }], now),
  recordReached: (b, a, now) => recordReached(b, endpointOf(a), reached, now),
  recordTest: (b, a, now) => recordTest(b, endpointOf(a), now),
  removeEndpoint: (b, a, now) => removeEndpoint(b, endpointOf(a), now),
  replayDelivery: (b, a, now) => replayDelivery(b, failedOf(a), now),
  replayFailedDeliveries: (b, a, now) => replayFailedDeliveries(b, endpointOf(a), null, now),
  restoreEndpoint: (b, a, now) => restoreEndpoint(b, removedOf(a), now),
  resumeEndpoint: (b, a, now) => resumeEndpoint(b, pausedOf(a), now),
  rotateEndpointSecret: (b, a, now) => rotateEndpointSecret(b, endpointOf(a), now),
  storeOutgoing: (b, a, now) => {
    const listeners = [{ tenantId: b.tenantId, id: endpointOf(a), paused: false }];
    const told = [{ factId: "a test", at: now, data: {} }];
    return storeOutgoing(b, { type: "webhook.test", told, listeners }, now);
  },
  tellClicked: (b, a, now) => tellClicked(b, mail(a, now), now),
  tellConcluded: (b, a, now) =>
    tellConcluded(b, { experimentId: a.experiment, by: { kind: "policy" }, reason: null, verdict: null }, now),
  tellDraftPending: (b, a, now) => tellDraftPending(b, { id: a.heldDraft, factId: a.heldDraft }, now),
  tellEnrollmentStarted: (b, a, now) => tellEnrollmentStarted(b, a.enrollment, now),
  tellEnrollmentsStopped: (b, a, now) => tellEnrollmentsStopped(b, [a.enrollment], now),
  tellLetterPending: (b, a, now) =>
    tellLetterPending(b, { id: `ltr_${a.key}`, wordsHash: "told", mode: "gated", holds: [] }, now),
  tellMail: (b, a, now) => tellMail(b, "message.sent", mail(a, now), now),
  tellModeChanged: (b, a, now) =>
    tellModeChanged(
      b,
      { ...everywhere, factId: `moved ${a.key}`, from: null, to: "gated", because: "person", by: { kind: "policy" } },
      now,
    ),
  tellModeOfTenant: (b, a, now) =>
    tellModeOfTenant(b, { from: "gated", to: "autonomous", by: { kind: "member", id: a.member } }, now),
  tellMoved: (b, a, now) =>
    tellMoved(b, { id: `told ${a.key}`, sequenceId: a.sequence, ...move, byId: a.member, at: now }, now),
  tellRecovered: (b, a, now) => {
    const credited = { enrollmentId: a.enrollment, messageId: a.message, credited: 1 };
    return tellRecovered(b, { orderId: a.order, ...credited }, now);
  },
  tellReviewed: (b, a, now) => tellReviewed(b, { reviewId: `told ${a.draft}`, subjectId: a.draft, ...verdict }, now),
  unclaimDelivery: (b, a, now) => unclaimDelivery(b, waitingOf(a), now),
};
