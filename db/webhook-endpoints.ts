import { randomBytes } from "node:crypto";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import type { EventType } from "#domain/outgoing-event.ts";
import { overlapHours, type PauseReason } from "#domain/webhook-delivery.ts";
import type { EndpointRow } from "#domain/webhooks-out.ts";
import { decrypt, encrypt } from "./encryption.ts";
import { newId } from "./ids.ts";
import { iso, isoOrNull } from "./instants.ts";
import { webhookDeliveries, webhookEndpoints } from "./schema/webhooks-out.ts";
import type { Scope } from "./scope.ts";

type Row = typeof webhookEndpoints.$inferSelect;

/** An endpoint without its secrets. */
export type Endpoint = Omit<Row, "tenantId" | "secretEncrypted" | "previousSecretEncrypted">;

export const endpointContext = (tenantId: string, id: string) => `webhook endpoint ${tenantId} ${id}`;

/** More than anybody needs: each endpoint is one more post for every event. */
export const mostEndpoints = 20;

const theOne = (scope: Scope, id: string) =>
  and(eq(webhookEndpoints.tenantId, scope.tenantId), eq(webhookEndpoints.id, id));

/** The endpoints that stand, in the order in which they were made. */
export async function listEndpoints(scope: Scope): Promise<Endpoint[]> {
  const rows = await scope.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.tenantId, scope.tenantId), isNull(webhookEndpoints.removedAt)))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));
  return rows.map(openly);
}

/** Those that were removed and can still be brought back, the newest first. */
export async function listRemovedEndpoints(scope: Scope): Promise<Endpoint[]> {
  const rows = await scope.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.tenantId, scope.tenantId), isNotNull(webhookEndpoints.removedAt)))
    .orderBy(desc(webhookEndpoints.removedAt), desc(webhookEndpoints.id))
    .limit(mostEndpoints);
  return rows.map(openly);
}

/** One endpoint that stands; null for another tenant's and for one that was removed. */
export async function findEndpoint(scope: Scope, id: string): Promise<Endpoint | null> {
  const [row] = await scope.db
    .select()
    .from(webhookEndpoints)
    .where(and(theOne(scope, id), isNull(webhookEndpoints.removedAt)));
  return row ? openly(row) : null;
}

/** The same, or `not_found`. */
export async function getEndpoint(scope: Scope, id: string): Promise<Endpoint> {
  const endpoint = await findEndpoint(scope, id);
  if (!endpoint) throw nowhere();
  return endpoint;
}

/** The same, held until the transaction ends. */
export async function lockEndpoint(scope: Scope, id: string): Promise<Endpoint> {
  const [row] = await scope.db
    .select()
    .from(webhookEndpoints)
    .where(and(theOne(scope, id), isNull(webhookEndpoints.removedAt)))
    .for("update");
  if (!row) throw nowhere();
  return openly(row);
}

const nowhere = () => new AppError("not_found", "There is no such webhook endpoint");

export type NewEndpoint = { name: string; url: string; events: EventType[] };

/** A new endpoint with its secret, which is returned for the one time it can be read. */
export async function createEndpoint(
  scope: Scope,
  given: NewEndpoint,
  now: Date,
): Promise<{ endpoint: Endpoint; secret: string }> {
  if ((await listEndpoints(scope)).length >= mostEndpoints) throw full();
  const { tenantId } = scope;
  const id = newId("webhookEndpoint", now);
  const secret = freshSecret();
  const sealed = { secretEncrypted: encrypt(secret, endpointContext(tenantId, id)) };
  const [row] = await scope.db
    .insert(webhookEndpoints)
    .values({ tenantId, id, ...given, ...sealed, createdAt: now })
    .returning();
  if (!row) throw new Error("an insert returned no row");
  return { endpoint: openly(row), secret };
}

const full = () => new AppError("conflict", `There are ${mostEndpoints} endpoints already: remove one first`);

const freshSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** Changes what is given and leaves the rest. */
export async function changeEndpoint(scope: Scope, id: string, change: Partial<NewEndpoint>): Promise<Endpoint> {
  if (Object.keys(change).length === 0) return getEndpoint(scope, id);
  return update(scope, id, change);
}

/** Lets nothing more go to an endpoint; what happens meanwhile is held for it. The first reason stays. */
export async function pauseEndpoint(scope: Scope, id: string, because: PauseReason, now: Date): Promise<Endpoint> {
  const endpoint = await lockEndpoint(scope, id);
  if (endpoint.pausedAt) return endpoint;
  await shift(scope, id, { from: "waiting", to: "held" }, now);
  return update(scope, id, { pausedAt: now, pausedBecause: because });
}

/** Lets what was held go out, in its order, and what is to come. */
export async function resumeEndpoint(scope: Scope, id: string, now: Date): Promise<Endpoint> {
  const endpoint = await lockEndpoint(scope, id);
  if (!endpoint.pausedAt) return endpoint;
  await shift(scope, id, { from: "held", to: "waiting" }, now);
  const calm = { failures: 0, failingSince: null, quietUntil: null };
  return update(scope, id, { pausedAt: null, pausedBecause: null, ...calm });
}

/** A day of tries begins anew for what waited: it was not its own fault. */
async function shift(
  scope: Scope,
  endpointId: string,
  { from, to }: { from: "waiting" | "held"; to: "waiting" | "held" },
  now: Date,
) {
  await scope.db
    .update(webhookDeliveries)
    .set({ state: to, tries: 0, dueAt: now })
    .where(
      and(
        ...[eq(webhookDeliveries.tenantId, scope.tenantId), eq(webhookDeliveries.endpointId, endpointId)],
        eq(webhookDeliveries.state, from),
      ),
    );
}

/** Gives an endpoint a new secret, which is returned this once; the one before signs as well for a day. */
export async function rotateEndpointSecret(
  scope: Scope,
  id: string,
  now: Date,
): Promise<{ endpoint: Endpoint; secret: string }> {
  await lockEndpoint(scope, id);
  const secret = freshSecret();
  const endpoint = await update(scope, id, {
    secretEncrypted: encrypt(secret, endpointContext(scope.tenantId, id)),
    previousSecretEncrypted: sql`${webhookEndpoints.secretEncrypted}`,
    previousSecretUntil: new Date(now.getTime() + overlapHours * 3_600_000),
  });
  return { endpoint, secret };
}

/** The secrets that sign at an instant, the newest first; none where the endpoint is gone. */
export async function endpointSecrets(scope: Scope, id: string, now: Date): Promise<string[]> {
  const { secretEncrypted, previousSecretEncrypted, previousSecretUntil } = webhookEndpoints;
  const [row] = await scope.db
    .select({ secretEncrypted, previousSecretEncrypted, previousSecretUntil })
    .from(webhookEndpoints)
    .where(theOne(scope, id));
  if (!row) return [];
  const overlaps = row.previousSecretUntil !== null && row.previousSecretUntil > now;
  const sealed = [
    row.secretEncrypted,
    ...(overlaps && row.previousSecretEncrypted ? [row.previousSecretEncrypted] : []),
  ];
  return sealed.map((one) => decrypt(one, endpointContext(scope.tenantId, id)));
}

/** Takes an endpoint away; nothing is told to it from now on. It can be brought back as it was. */
export async function removeEndpoint(scope: Scope, id: string, now: Date): Promise<Endpoint> {
  await shift(scope, id, { from: "waiting", to: "held" }, now);
  return update(scope, id, { removedAt: now });
}

/** Brings back an endpoint that was removed, and what it had not been told by then. */
export async function restoreEndpoint(scope: Scope, id: string, now: Date): Promise<Endpoint> {
  const [row] = await scope.db
    .update(webhookEndpoints)
    .set({ removedAt: null })
    .where(and(theOne(scope, id), isNotNull(webhookEndpoints.removedAt)))
    .returning();
  if (!row) return getEndpoint(scope, id);
  if ((await listEndpoints(scope)).length > mostEndpoints) throw full();
  if (!row.pausedAt) await shift(scope, id, { from: "held", to: "waiting" }, now);
  return openly(row);
}

/** What a try at an endpoint has shown of it. */
export type Reached = Pick<Row, "failures" | "failingSince" | "quietUntil" | "outcome"> & { delivered: boolean };

export async function recordReached(
  scope: Scope,
  id: string,
  { delivered, ...reached }: Reached,
  now: Date,
): Promise<void> {
  const at = { triedAt: now, ...(delivered ? { deliveredAt: now } : {}) };
  await scope.db
    .update(webhookEndpoints)
    .set({ ...reached, ...at })
    .where(theOne(scope, id));
}

type Change = Parameters<ReturnType<Scope["db"]["update"]>["set"]>[0];

async function update(scope: Scope, id: string, change: Change): Promise<Endpoint> {
  const [row] = await scope.db
    .update(webhookEndpoints)
    .set(change)
    .where(and(theOne(scope, id), isNull(webhookEndpoints.removedAt)))
    .returning();
  if (!row) throw nowhere();
  return openly(row);
}

function openly({ tenantId: _, secretEncrypted: _one, previousSecretEncrypted: _two, ...endpoint }: Row): Endpoint {
  return endpoint;
}

/** An endpoint as it is shown, at an instant. */
export function endpointRow(endpoint: Endpoint, now: Date): EndpointRow {
  const { id, name, url, events, createdAt, pausedBecause, outcome, previousSecretUntil: until } = endpoint;
  return {
    ...{ id, name, url, events, createdAt: iso(createdAt), pausedAt: isoOrNull(endpoint.pausedAt), pausedBecause },
    ...{ failingSince: isoOrNull(endpoint.failingSince), triedAt: isoOrNull(endpoint.triedAt) },
    ...{ deliveredAt: isoOrNull(endpoint.deliveredAt), outcome },
    overlapsUntil: until && until > now ? iso(until) : null,
    removedAt: isoOrNull(endpoint.removedAt),
  };
}
