import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { digestChoiceOf } from "#db/digests.ts";
import { reportRhythmOf } from "#db/report-mails.ts";
import { getReviewWebhook } from "#db/review-webhooks.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { Notices } from "./notices.tsx";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage() {
  const member = await requireMember();
  const admin = includesRole(member.role, "admin");
  const loaded = await readAs(member, async (scope, now) => ({
    choice: await digestChoiceOf(scope, member.id),
    rhythm: await reportRhythmOf(scope, member.id),
    webhook: admin ? await getReviewWebhook(scope) : null,
    zone: (await getTenant(scope)).timeZone,
    now,
  }));
  return <Notices {...loaded} reviews={includesRole(member.role, "marketer")} admin={admin} />;
}
