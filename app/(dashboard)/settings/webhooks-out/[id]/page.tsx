import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getTenant } from "#db/tenants.ts";
import { listDeliveries } from "#db/webhook-deliveries.ts";
import { endpointRow, getEndpoint } from "#db/webhook-endpoints.ts";
import { deliveryStates } from "#domain/webhook-delivery.ts";
import { EndpointPage } from "./endpoint-page.tsx";

export const metadata: Metadata = { title: "Webhook out" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ state?: string }> };

export default async function OneWebhookOutPage({ params, searchParams }: Props) {
  const member = await requireMember("admin");
  const { id } = await params;
  const asked = (await searchParams).state;
  const state = deliveryStates.find((one) => one === asked);
  const read = await readAsOrNull(member, async (scope, now) => {
    const first = endpointRow(await getEndpoint(scope, id), now);
    const { rows: data, next } = await listDeliveries(scope, { endpointId: id, state });
    const { timeZone: zone } = await getTenant(scope);
    return { first, log: { data, next }, zone, now: now.toISOString() };
  });
  if (!read) notFound();
  return <EndpointPage {...read} state={state ?? null} />;
}
