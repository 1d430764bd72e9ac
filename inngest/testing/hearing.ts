import { afterEach, beforeEach } from "vitest";
import { workerSql } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { createMember } from "#db/members.ts";
import { recordEvent } from "#db/outgoing-events.ts";
import { type Scope, withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { listDeliveries, readDelivery } from "#db/webhook-deliveries.ts";
import { createEndpoint, getEndpoint } from "#db/webhook-endpoints.ts";
import type { EventType } from "#domain/outgoing-event.ts";
import { deliverToEndpoint } from "../deliver-to-endpoint.ts";
import type { WebhookRules } from "../webhook-rules.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

export const start = new Date("2026-03-05T09:00:00Z");
export const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
export const seconds = (count: number) => at(count / 3_600);
export const inside: WebhookRules = { allowPrivate: true, chance: () => 0.5, timeoutMs: 20_000 };

let tenants = 0;

/** A tenant with an admin and a viewer. */
export async function openTenant(): Promise<string> {
  const id = newId("tenant", start);
  const number = ++tenants;
  await withScope(id, async (scope) => {
    await createTenant(scope, { name: "Shop", currency: "EUR", language: "en", timeZone: "UTC", now: start });
    await createMember(scope, { email: `admin${number}@hooks.test`, name: "Ada", role: "admin", now: start });
    await createMember(scope, { email: `viewer${number}@hooks.test`, name: "Vic", role: "viewer", now: start });
  });
  return id;
}

/** A tenant for each test, one of whose endpoints hears of abandoned carts, and the program behind it. */
export function hearing() {
  const heard = { receiver: undefined as unknown as Receiver, tenantId: "", endpointId: "", secret: "" };
  beforeEach(async () => {
    heard.receiver = await openReceiver();
    heard.tenantId = await openTenant();
    Object.assign(heard, await listen(["cart.abandoned"]));
  });
  afterEach(() => heard.receiver.close());

  const inTenant = <T>(work: (scope: Scope) => Promise<T>) => withScope(heard.tenantId, work);

  /** Another endpoint. */
  async function listen(events: EventType[], url = heard.receiver.url) {
    const made = await inTenant((scope) => createEndpoint(scope, { name: "Stock", url, events }, start));
    return { endpointId: made.endpoint.id, secret: made.secret };
  }
  const recordAbandoned = (scope: Scope, cartId: string, now: Date) =>
    recordEvent(
      scope,
      {
        ...{ type: "cart.abandoned" as const, factId: cartId, at: now },
        data: {
          ...{ cartId, shopId: "shop_a", contactId: null, total: { amount: 7_150, currency: "EUR" }, lineCount: 2 },
          abandonedAt: now.toISOString(),
        },
      },
      now,
    );
  const log = async () => (await inTenant((scope) => listDeliveries(scope, { endpointId: heard.endpointId }))).rows;
  return {
    ...{ heard, inTenant, listen, recordAbandoned, log },
    abandon: (cartId: string, now: Date) => inTenant((scope) => recordAbandoned(scope, cartId, now)),
    deliver: (now: Date, rules = inside) =>
      deliverToEndpoint({ tenantId: heard.tenantId, endpointId: heard.endpointId }, now, rules),
    states: async () => (await log()).map((row) => row.state).reverse(),
    endpoint: () => inTenant((scope) => getEndpoint(scope, heard.endpointId)),
    newest: async () => {
      const [row] = await log();
      return inTenant((scope) => readDelivery(scope, row?.id ?? ""));
    },
    /** The carts that the program heard of, in order. */
    carts: () => heard.receiver.heard.map(({ body }) => (JSON.parse(body) as { data: { cartId: string } }).data.cartId),
    countEvents: async () => {
      const [row] = await workerSql()<{ count: number }[]>`
        select count(*)::int as count from outgoing_events where tenant_id = ${heard.tenantId}`;
      return row?.count;
    },
  };
}
