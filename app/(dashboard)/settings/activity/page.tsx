import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listKeys } from "#db/api-keys.ts";
import { listAudit } from "#db/audit.ts";
import { currentTime } from "#db/clock.ts";
import { listMembers } from "#db/members.ts";
import { getTenant } from "#db/tenants.ts";
import { Activity } from "./activity.tsx";

export const metadata: Metadata = { title: "Activity" };

const pageSize = 50;

export default async function ActivityPage() {
  const member = await requireMember("admin");
  const now = await currentTime();
  const loaded = await readAs(member, async (scope) => ({
    entries: await listAudit(scope, { limit: pageSize + 1 }),
    actors: [...(await listMembers(scope)), ...(await listKeys(scope))],
    zone: (await getTenant(scope)).timeZone,
  }));
  const data = loaded.entries.slice(0, pageSize);
  const next = loaded.entries.length > pageSize ? (data.at(-1)?.id ?? null) : null;
  const names = Object.fromEntries(loaded.actors.map(({ id, name }) => [id, name]));
  return <Activity first={{ data, next }} names={names} now={now} zone={loaded.zone} />;
}
