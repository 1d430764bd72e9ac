import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listShops } from "#db/shops.ts";
import { getTenant } from "#db/tenants.ts";
import { listWebhookLog } from "#db/webhook-log.ts";
import { includesRole } from "#domain/member.ts";
import { webhookOutcomes } from "#domain/shop-event.ts";
import { WebhookLog } from "./webhook-log.tsx";

export const metadata: Metadata = { title: "Webhooks" };

type Props = { searchParams: Promise<{ shop?: string; outcome?: string; topic?: string }> };

export default async function WebhooksPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const outcome = webhookOutcomes.find((one) => one === asked.outcome);
  const shop = asked.shop?.slice(0, 100);
  const topic = asked.topic?.slice(0, 200);
  const read = await readAs(member, async (scope, now) => ({
    first: await listWebhookLog(scope, { shop, outcome, topic }),
    shops: (await listShops(scope)).map(({ id, name }) => ({ id, name })),
    zone: (await getTenant(scope)).timeZone,
    now: now.toISOString(),
  }));
  const filters = { shop: shop ?? "", outcome: outcome ?? "", topic: topic ?? "" };
  return <WebhookLog {...read} filters={filters} admin={includesRole(member.role, "admin")} />;
}
