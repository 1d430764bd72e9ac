import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { getPolicy, getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { TimingPage } from "./timing-page.tsx";

export const metadata: Metadata = { title: "Timing and pressure" };

export default async function Timing() {
  const member = await requireMember();
  const { policy, zone, now } = await readAs(member, async (scope, now) => ({
    policy: await getPolicy(scope),
    zone: (await getTenant(scope)).timeZone,
    now: now.toISOString(),
  }));
  const { sendRules, frequencyCaps, backOnSite, bestHour } = policy;
  const mayChange = includesRole(member.role, "admin");
  return <TimingPage policy={{ sendRules, frequencyCaps, backOnSite, bestHour }} {...{ zone, now, mayChange }} />;
}
