import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getTenant } from "#db/tenants.ts";
import { endpointRow, listEndpoints, listRemovedEndpoints } from "#db/webhook-endpoints.ts";
import { Endpoints } from "./endpoints.tsx";

export const metadata: Metadata = { title: "Webhooks out" };

export default async function WebhooksOutPage() {
  const member = await requireMember("admin");
  const read = await readAs(member, async (scope, now) => ({
    first: (await listEndpoints(scope)).map((one) => endpointRow(one, now)),
    removed: (await listRemovedEndpoints(scope)).map((one) => endpointRow(one, now)),
    zone: (await getTenant(scope)).timeZone,
    now: now.toISOString(),
  }));
  return <Endpoints {...read} />;
}
