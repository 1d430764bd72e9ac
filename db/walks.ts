import { and, asc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import type { StepResult } from "#domain/condition.ts";
import type { Place, WalkEvent } from "#domain/sequence/walk.ts";
import type { Walked } from "#domain/sequence/walked.ts";
import type { Cart } from "./carts.ts";
import { touchpoints } from "./schema/attribution.ts";
import { orders } from "./schema/carts.ts";
import { messages } from "./schema/messages.ts";
import { walkPlaces, walkSteps } from "./schema/walks.ts";
import type { Scope } from "./scope.ts";

export type WalkedStep = Walked & { ordinal: number; at: Date };

/**
 * Where an enrollment stands, begun at `start` when it stands nowhere yet. The row stays locked until the transaction ends:
 * a run that was taken up twice passes no step twice.
 */
export async function lockPlace(scope: Scope, enrollmentId: string, start: Place): Promise<Place> {
  const { tenantId, db } = scope;
  await db
    .insert(walkPlaces)
    .values({ tenantId, enrollmentId, ...stored(start) })
    .onConflictDoNothing();
  const [row] = await db
    .select()
    .from(walkPlaces)
    .where(and(eq(walkPlaces.tenantId, tenantId), eq(walkPlaces.enrollmentId, enrollmentId)))
    .for("update");
  if (!row) throw new Error(`no place is stored for ${enrollmentId}`);
  const { stepId, passed } = row;
  return { stepId, passed, startedAt: row.startedAt.toISOString(), since: row.since.toISOString() };
}

function stored({ stepId, passed, startedAt, since }: Place) {
  return { stepId, passed, startedAt: new Date(startedAt), since: new Date(since) };
}

/** Moves a locked place, and keeps what was passed on the way to it. */
export async function moveOn(
  scope: Scope,
  enrollmentId: string,
  { place, walked }: { place: Place; walked: Walked[] },
  now: Date,
): Promise<void> {
  const { tenantId, db } = scope;
  await db
    .update(walkPlaces)
    .set(stored(place))
    .where(and(eq(walkPlaces.tenantId, tenantId), eq(walkPlaces.enrollmentId, enrollmentId)));
  const last = sql<number>`(select coalesce(max(w.ordinal), 0) from walk_steps w
    where w.tenant_id = ${tenantId} and w.enrollment_id = ${enrollmentId})`;
  for (const one of walked)
    await db.insert(walkSteps).values({ tenantId, enrollmentId, ordinal: sql`${last} + 1`, ...one, at: now });
}

/** The way that an enrollment went through its sequence, in order. */
export function readWalk(scope: Scope, enrollmentId: string): Promise<WalkedStep[]> {
  return scope.db
    .select({
      ordinal: walkSteps.ordinal,
      stepId: walkSteps.stepId,
      kind: walkSteps.kind,
      outcome: walkSteps.outcome,
      at: walkSteps.at,
    })
    .from(walkSteps)
    .where(and(eq(walkSteps.tenantId, scope.tenantId), eq(walkSteps.enrollmentId, enrollmentId)))
    .orderBy(asc(walkSteps.ordinal));
}

/** Whether an enrollment `e` stands where its walk does something besides writing: what a pause holds there. */
export const standsAtEffect = sql`exists (select from walk_places p
  join sequence_versions v on v.tenant_id = p.tenant_id and v.id = coalesce(e.moved_to_version_id, e.version_id)
  cross join lateral jsonb_array_elements(v.graph -> 'steps') one
  where p.tenant_id = e.tenant_id and p.enrollment_id = e.id and one ->> 'id' = p.step_id
    and one ->> 'kind' in ('tag', 'notify', 'webhook'))`;

type CartWalked = Pick<Cart, "lastActivityAt" | "contactId" | "sourceCreatedAt">;

/**
 * What has come of an enrollment's messages and cart that a walk may wait for. Who clicked has opened, and is on the site
 * again; of a cart only its last change is known.
 */
export async function walkEventsOf(
  scope: Scope,
  { id, cart, stepIds }: { id: string; cart: CartWalked; stepIds: string[] },
): Promise<WalkEvent[]> {
  const { db, tenantId } = scope;
  const theirs = and(eq(messages.tenantId, tenantId), eq(messages.enrollmentId, id));
  const acts = await db
    .select({ position: messages.position, at: touchpoints.at, kind: touchpoints.kind })
    .from(touchpoints)
    .innerJoin(messages, and(eq(messages.tenantId, touchpoints.tenantId), eq(messages.id, touchpoints.messageId)))
    .where(and(theirs, eq(touchpoints.by, "person")));
  const opens = acts.filter(({ kind }) => kind === "open");
  const clicks = acts.filter(({ kind }) => kind === "click");
  const ordered = cart.contactId === null ? [] : await ordersSince(scope, cart.contactId, cart.sourceCreatedAt);
  const of = ({ position, at }: { position: number; at: Date }) => ({ at, stepId: stepIds[position] ?? null });
  const back = { at: cart.lastActivityAt, stepId: null };
  return [
    ...opens.map((row) => ({ name: "message_opened" as const, ...of(row) })),
    ...clicks.flatMap((row) => [
      { name: "message_opened" as const, ...of(row) },
      { name: "message_clicked" as const, ...of(row) },
      { name: "back_on_site" as const, at: row.at, stepId: null },
    ]),
    ...ordered.map(({ at }) => ({ name: "order_placed" as const, at, stepId: null })),
    { name: "cart_changed", ...back },
    { name: "back_on_site", ...back },
  ];
}

/** The message steps of an enrollment whose message has left, where nobody asks what was done with it. */
export async function stepsSent(
  scope: Scope,
  { id, stepIds }: { id: string; stepIds: string[] },
): Promise<Record<string, StepResult>> {
  const rows = await scope.db
    .select({ position: messages.position })
    .from(messages)
    .where(and(eq(messages.tenantId, scope.tenantId), eq(messages.enrollmentId, id), eq(messages.status, "sent")));
  const sent = { sent: true, opened: false, clicked: false };
  const ids = rows.flatMap(({ position }) => stepIds[position] ?? []);
  return Object.fromEntries(ids.map((stepId) => [stepId, sent]));
}

/** The message steps of an enrollment whose message was written and has neither left nor been dropped. */
export async function stepsUnderway(
  scope: Scope,
  { id, stepIds }: { id: string; stepIds: string[] },
): Promise<Set<string>> {
  const rows = await scope.db
    .select({ position: messages.position })
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, scope.tenantId),
        eq(messages.enrollmentId, id),
        inArray(messages.status, ["queued", "sending"]),
      ),
    );
  return new Set(rows.flatMap(({ position }) => stepIds[position] ?? []));
}

/** When somebody ordered since an instant; what was cancelled is no order. */
function ordersSince({ db, tenantId }: Scope, contactId: string, since: Date): Promise<{ at: Date }[]> {
  return db
    .select({ at: orders.orderedAt })
    .from(orders)
    .where(
      and(
        eq(orders.tenantId, tenantId),
        eq(orders.contactId, contactId),
        ne(orders.status, "cancelled"),
        gte(orders.orderedAt, since),
      ),
    );
}
