import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getTenant } from "#db/tenants.ts";
import { Runs } from "./runs.tsx";

export const metadata: Metadata = { title: "Runs" };

/** The runner is spoken to by endpoints only, so this page is filled from the browser. */
export default async function RunsPage() {
  const member = await requireMember("admin");
  const tenant = await readAs(member, getTenant);
  return <Runs zone={tenant.timeZone} />;
}
