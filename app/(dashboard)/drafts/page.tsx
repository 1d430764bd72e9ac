import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listDrafts, readQueueHint } from "#db/draft-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { readAsked } from "./asked.ts";
import { DraftQueue } from "./draft-queue.tsx";

export const metadata: Metadata = { title: "Drafts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DraftsPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = readAsked(await searchParams);
  const first = await readAs(member, async (scope, now) => {
    // Before the rest: what changes meanwhile is then news to the page, and not lost on it.
    const hint = await readQueueHint(scope);
    const listed = await listDrafts(scope, { ...asked.filter, me: member.id });
    const { timeZone: zone } = await getTenant(scope);
    return { drafts: { ...listed, ...hint, now: now.toISOString() }, zone };
  });
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
