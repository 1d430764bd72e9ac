import { randomBytes } from "node:crypto";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { currentTime } from "#db/clock.ts";
import { workerSql } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { applyWebhook } from "#inngest/apply-webhook.ts";
import { enrollCart } from "#inngest/enroll-cart.ts";
import { createLadderTenant, type TestTenant } from "#inngest/testing/tenant.ts";
import { receiveBrowserEvent } from "../receive-browser-event.ts";

export const home = "https://shop.example";
export const random = () => randomBytes(18).toString("base64url");
export const line = { id: "l1", productId: "lamp", title: "Aurora lamp", quantity: 1, unitPrice: 12_000 };

export type House = TestTenant & { key: string };

export async function openHouse(): Promise<House> {
  const tenant = await createLadderTenant(await currentTime());
  const shop = await withScope(tenant.tenantId, (scope) => getShop(scope, tenant.shopId));
  return { ...tenant, key: shop.publicKey ?? "" };
}

type Sent = { origin?: string | null; network?: string; method?: string; agent?: string };

export function post(
  key: string,
  body: BodyInit | null,
  { origin = home, network = "203.0.113.7", method, agent }: Sent = {},
) {
  const headers = {
    ...(origin === null ? {} : { origin }),
    "x-forwarded-for": network,
    ...(agent ? { "user-agent": agent } : {}),
  };
  const request = new Request("http://127.0.0.1/", { method: method ?? "POST", headers, body });
  return receiveBrowserEvent(request, key);
}

export const eventOf = (type: string, token: string, content: object) =>
  JSON.stringify({ type: `browser.${type}`, id: random(), token, data: content });

export async function report(house: House, ...[type, token, content = {}]: [string, string, object?]) {
  const answer = await post(house.key, eventOf(type, token, content));
  await apply(house);
  return answer.status;
}

export async function apply({ tenantId }: TestTenant) {
  const rows = await workerSql()<{ id: string }[]>`
    select id from webhook_events where tenant_id = ${tenantId} and outcome = 'pending' order by received_at, id`;
  for (const { id } of rows) await applyWebhook(tenantId, id, await currentTime());
}

export async function abandonAndEnroll({ tenantId }: TestTenant) {
  const now = await currentTime();
  const open = await workerSql()<{ id: string }[]>`select id from carts where tenant_id = ${tenantId}
    and ordered_at is null and contact_id is not null and merged_into is null and jsonb_array_length(lines) > 0`;
  await acrossTenantsMarkAbandoned(open.map(({ id }) => ({ tenantId, id, abandonedAt: now })));
  for (const { id } of open) await enrollCart(tenantId, id, now);
}

export const cartsOf = ({ tenantId }: TestTenant) => workerSql()<
  { externalId: string; claimed: boolean; ordered: boolean; merged: boolean; address: string | null; refusal: string }[]
>`
  select c.external_id as "externalId", c.claimed, c.ordered_at is not null as ordered, c.merged_into is not null as merged,
    p.address, c.enrollment_refusal as refusal
  from carts c left join contacts p on p.tenant_id = c.tenant_id and p.id = c.contact_id
  where c.tenant_id = ${tenantId} order by c.claimed, c.created_at, c.external_id`;

export const openOf = async ({ tenantId }: TestTenant) => {
  const rows = await workerSql()<{ id: string; cart: string }[]>`select e.id, c.external_id as cart from enrollments e
    join carts c on c.tenant_id = e.tenant_id and c.id = e.cart_id
    where e.tenant_id = ${tenantId} and e.closed_at is null order by 2`;
  return [...rows];
};

export const wish = (email: string) => ({ email, acceptsMarketing: true });
