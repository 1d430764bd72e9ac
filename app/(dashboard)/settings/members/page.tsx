import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { currentTime } from "#db/clock.ts";
import { listMembers } from "#db/members.ts";
import { getTenant } from "#db/tenants.ts";
import { Members } from "./members.tsx";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const you = await requireMember();
  const now = await currentTime();
  const { members, zone } = await readAs(you, async (scope) => ({
    members: await listMembers(scope),
    zone: (await getTenant(scope)).timeZone,
  }));
  return <Members initial={members} you={{ id: you.id, role: you.role }} now={now} zone={zone} />;
}
