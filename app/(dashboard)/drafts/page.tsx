import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { countWaiting, listDrafts } from "#db/draft-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { draftTabs } from "#domain/rows.ts";
import { DraftQueue } from "./draft-queue.tsx";

export const metadata: Metadata = { title: "Drafts" };

type Props = { searchParams: Promise<{ tab?: string; draft?: string }> };

export default async function DraftsPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const tab = draftTabs.find((known) => known === asked.tab) ?? "waiting";
  const first = await readAs(member, async (scope, now) => ({
    drafts: { ...(await listDrafts(scope, { tab })), waiting: await countWaiting(scope), now: now.toISOString() },
    zone: (await getTenant(scope)).timeZone,
  }));
  return (
    <DraftQueue
      key={tab}
      tab={tab}
      first={first.drafts}
      zone={first.zone}
      draftId={asked.draft ?? null}
      mayReview={includesRole(member.role, "marketer")}
    />
  );
}
