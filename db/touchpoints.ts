import { and, desc, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import type { Touchpoint } from "#domain/attribution.ts";
import { type Act, isAtDelivery, judgeAct, judgedTogether, machineLimits, type Relabel } from "#domain/machine-acts.ts";
import { type Actor, keptActs, type TouchKind } from "#domain/touchpoint.ts";
import { oweCreditAfter } from "./attribution-dues.ts";
import { type CountedAct, countHours } from "./hours.ts";
import { newId } from "./ids.ts";
import { iso } from "./instants.ts";
import type { Message } from "./messages.ts";
import { tellClicked } from "./outgoing-facts.ts";
import { touchpoints, touchpointTallies, touchpointVerdicts } from "./schema/attribution.ts";
import { messageEvents, messages } from "./schema/messages.ts";
import type { Scope } from "./scope.ts";

/** What a request or a report said of itself. */
export type Seen = Pick<Act, "kind" | "method" | "userAgent" | "purpose" | "network" | "at">;
export type Judged = { by: Actor; kept: boolean; relabelled: number };

/**
 * Records an act on a message with whose it is, and labels anew what it shows of earlier ones. Acts on one message come
 * one after another: a scanner asks for all links at once. However many there are, a message keeps a bounded number.
 */
export async function recordTouch(scope: Scope, message: Message, seen: Seen, now: Date): Promise<Judged> {
  const { db, tenantId } = scope;
  const { id: messageId, enrollmentId, contactId } = message;
  if (await countFlood(scope, messageId, seen)) return { by: "machine", kept: false, relabelled: 0 };
  await lock(scope, messageId);
  if (seen.network) await lock(scope, seen.network);
  const act: Act = { ...seen, messageId, contactId };
  const verdict = judgeAct(act, {
    deliveredAt: await deliveryOf(scope, message),
    inOutbox: message.mailer === "outbox",
    sameMessage: await actsNear(scope, act),
    sameNetwork: await actsFrom(scope, act),
  });
  const { by, machineReason, relabels } = verdict;
  const kept = (await count(scope, act, by)) <= keptActs;
  const { kind, network, at } = seen;
  const clickId = newId(kind, now);
  if (kept) {
    const row = { tenantId, clickId, messageId, enrollmentId, contactId, kind, by, machineReason, network, at };
    await db.insert(touchpoints).values(row);
  }
  const mistaken = await relabel(scope, relabels, now);
  const personal = kept && by === "person";
  if (personal) await oweCreditAfter(scope, [{ contactId, at }], now);
  if (personal && kind === "click") await tellClicked(scope, { messageId, factId: clickId, at }, now);
  await countHours(scope, [...mistaken, ...(personal ? [{ contactId, at, count: 1 as const }] : [])]);
  return { by, kept, relabelled: relabels.length };
}

/** What came with a delivery was a machine's, also when the delivery is told of later. Returns how many acts that were. */
export async function judgeDelivery(scope: Scope, message: Message, deliveredAt: Date, now: Date): Promise<number> {
  await lock(scope, message.id);
  const window = machineLimits.clickAfterDelivery;
  const rows = await scope.db
    .select()
    .from(touchpoints)
    .where(
      and(
        ...[eq(touchpoints.tenantId, scope.tenantId), eq(touchpoints.messageId, message.id)],
        ...[eq(touchpoints.by, "person"), lte(touchpoints.at, new Date(deliveredAt.getTime() + window))],
      ),
    );
  const found = rows.filter((row) => isAtDelivery(row, deliveredAt));
  const relabels = found.map(({ clickId }) => ({ id: clickId, machineReason: "at_delivery" as const }));
  await countHours(scope, await relabel(scope, relabels, now));
  return found.length;
}

/** A contact's acts up to an instant: the newest, where there are more than anybody's path has. */
export async function touchesUntil(scope: Scope, contactId: string, until: Date): Promise<Touchpoint[]> {
  return scope.db
    .select({
      ...{ messageId: touchpoints.messageId, enrollmentId: touchpoints.enrollmentId, at: touchpoints.at },
      ...{ kind: touchpoints.kind, by: touchpoints.by, channel: messages.channel, position: messages.position },
    })
    .from(touchpoints)
    .innerJoin(messages, and(eq(messages.tenantId, touchpoints.tenantId), eq(messages.id, touchpoints.messageId)))
    .where(
      and(
        ...[eq(touchpoints.tenantId, scope.tenantId), eq(touchpoints.contactId, contactId)],
        lte(touchpoints.at, until),
      ),
    )
    .orderBy(desc(touchpoints.at), desc(touchpoints.clickId))
    .limit(mostTouches);
}

const mostTouches = 1_000;

function lock(scope: Scope, name: string) {
  return scope.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.tenantId} ${name}`}, 0))`);
}

/** When a message was delivered, or else handed over. The outbox delivers nowhere, so that nothing scans on the way. */
async function deliveryOf(scope: Scope, message: Message): Promise<Date | null> {
  const [told] = await scope.db
    .select({ at: messageEvents.at })
    .from(messageEvents)
    .where(
      and(
        ...[eq(messageEvents.tenantId, scope.tenantId), eq(messageEvents.messageId, message.id)],
        eq(messageEvents.kind, "delivered"),
      ),
    )
    .orderBy(messageEvents.at)
    .limit(1);
  return told?.at ?? (message.mailer === "outbox" ? null : message.sentAt);
}

const judged = {
  ...{ id: touchpoints.clickId, kind: touchpoints.kind, messageId: touchpoints.messageId, at: touchpoints.at },
  ...{ contactId: touchpoints.contactId, network: touchpoints.network, by: touchpoints.by },
  machineReason: touchpoints.machineReason,
};

function actsNear(scope: Scope, { messageId, at }: Act) {
  return scope.db
    .select(judged)
    .from(touchpoints)
    .where(
      and(
        ...[eq(touchpoints.tenantId, scope.tenantId), eq(touchpoints.messageId, messageId)],
        gt(touchpoints.at, new Date(at.getTime() - judgedTogether)),
      ),
    )
    .orderBy(desc(touchpoints.at))
    .limit(2 * machineLimits.flood.acts);
}

async function actsFrom(scope: Scope, { messageId, network, at }: Act) {
  if (!network) return [];
  return scope.db
    .select(judged)
    .from(touchpoints)
    .where(
      and(
        ...[eq(touchpoints.tenantId, scope.tenantId), eq(touchpoints.network, network)],
        ...[ne(touchpoints.messageId, messageId)],
        gt(touchpoints.at, new Date(at.getTime() - machineLimits.manyRecipients.within)),
      ),
    )
    .orderBy(desc(touchpoints.at))
    .limit(machineLimits.flood.acts);
}

/** Counts an act of a flood of which nothing more is kept, in one statement; false when it is no such act. */
async function countFlood(scope: Scope, messageId: string, { kind, at }: Seen): Promise<boolean> {
  const pause = new Date(at.getTime() - machineLimits.floodPause);
  const rows = await scope.db
    .update(touchpointTallies)
    .set({
      seen: sql`touchpoint_tallies.seen + 1`,
      lastAt: sql`greatest(touchpoint_tallies.last_at, ${iso(at)}::timestamptz)`,
    })
    .where(
      and(
        ...[eq(touchpointTallies.tenantId, scope.tenantId), eq(touchpointTallies.messageId, messageId)],
        ...[eq(touchpointTallies.kind, kind), eq(touchpointTallies.by, "machine")],
        ...[gt(touchpointTallies.seen, keptActs), gt(touchpointTallies.lastAt, pause)],
      ),
    )
    .returning({ seen: touchpointTallies.seen });
  return rows.length > 0;
}

async function count(
  scope: Scope,
  { messageId, kind, at }: { messageId: string; kind: TouchKind; at: Date },
  by: Actor,
) {
  const [tally] = await scope.db
    .insert(touchpointTallies)
    .values({ tenantId: scope.tenantId, messageId, kind, by, seen: 1, lastAt: at })
    .onConflictDoUpdate({
      target: [touchpointTallies.tenantId, touchpointTallies.messageId, touchpointTallies.kind, touchpointTallies.by],
      set: {
        seen: sql`touchpoint_tallies.seen + 1`,
        lastAt: sql`greatest(touchpoint_tallies.last_at, excluded.last_at)`,
      },
    })
    .returning({ seen: touchpointTallies.seen });
  return tally?.seen ?? 0;
}

/** What stood as a person's is a machine's from now on; the verdict keeps when that was seen. Orders after it owe their credit. Returns what was counted for a person. */
async function relabel(scope: Scope, relabels: Relabel[], now: Date): Promise<CountedAct[]> {
  const { db, tenantId } = scope;
  const mistaken: CountedAct[] = [];
  for (const [machineReason, group] of Map.groupBy(relabels, (one) => one.machineReason)) {
    const changed = await db
      .update(touchpoints)
      .set({ by: "machine", machineReason })
      .where(
        and(
          ...[eq(touchpoints.tenantId, tenantId), eq(touchpoints.by, "person")],
          inArray(
            touchpoints.clickId,
            group.map(({ id }) => id),
          ),
        ),
      )
      .returning({ touchpointId: touchpoints.clickId, contactId: touchpoints.contactId, at: touchpoints.at });
    if (changed.length === 0) continue;
    const verdicts = changed.map(({ touchpointId }) => ({ tenantId, touchpointId, machineReason, at: now }));
    await db.insert(touchpointVerdicts).values(verdicts).onConflictDoNothing();
    await oweCreditAfter(scope, changed, now);
    mistaken.push(...changed.map(({ contactId, at }) => ({ contactId, at, count: -1 as const })));
  }
  return mistaken;
}
