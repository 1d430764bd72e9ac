import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listCompliance } from "#db/compliance-views.ts";
import { getTenant } from "#db/tenants.ts";
import { Privacy } from "./privacy.tsx";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const member = await requireMember("admin");
  const read = await readAs(member, async (scope) => ({
    first: await listCompliance(scope, {}),
    zone: (await getTenant(scope)).timeZone,
  }));
  return <Privacy {...read} />;
}
