import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listLetters } from "#db/letter-views.ts";
import { getTenant } from "#db/tenants.ts";
import { includesRole } from "#domain/member.ts";
import { LetterQueue } from "./letter-queue.tsx";

export const metadata: Metadata = { title: "Letters" };

type Props = { searchParams: Promise<{ show?: string; letter?: string }> };

export default async function LettersPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const show = asked.show === "all" ? "all" : "waiting";
  const first = await readAs(member, async (scope, now) => {
    const { rows, next } = await listLetters(scope, show === "waiting" ? { state: "pending_approval" } : {}, now);
    return { page: { data: rows, next }, zone: (await getTenant(scope)).timeZone, now: now.toISOString() };
  });
  return (
    <LetterQueue
      key={show}
      show={show}
      first={first.page}
      zone={first.zone}
      now={first.now}
      letterId={asked.letter ?? null}
      readerId={member.id}
      mayReview={includesRole(member.role, "marketer")}
    />
  );
}
