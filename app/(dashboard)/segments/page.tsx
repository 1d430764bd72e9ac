import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listSegmentRows } from "#db/segment-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { Segments } from "./segments.tsx";

export const metadata: Metadata = { title: "Segments" };

export default async function SegmentsPage() {
  const member = await requireMember();
  const { initial, tenant } = await readAs(member, async (scope, now) => ({
    initial: await listSegmentRows(scope, now),
    tenant: await getTenant(scope),
  }));
  return (
    <Segments
      initial={initial}
      zone={tenant.timeZone}
      currency={tenant.currency}
      mayChange={includesRole(member.role, "marketer")}
    />
  );
}
