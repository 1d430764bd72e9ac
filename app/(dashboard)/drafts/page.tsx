import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { countWaiting, listDrafts } from "#db/draft-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { readAsked } from "./asked.ts";
import { DraftQueue } from "./draft-queue.tsx";

export const metadata: Metadata = { title: "Drafts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DraftsPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = readAsked(await searchParams);
  const first = await readAs(member, async (scope, now) => ({
    drafts: {
      ...(await listDrafts(scope, { ...asked.filter, me: member.id })),
      waiting: await countWaiting(scope),
      now: now.toISOString(),
    },
    zone: (await getTenant(scope)).timeZone,
  }));
  return (
    <DraftQueue
      asked={asked}
      first={first.drafts}
      zone={first.zone}
      readerId={member.id}
      mayReview={includesRole(member.role, "marketer")}
    />
  );
}
