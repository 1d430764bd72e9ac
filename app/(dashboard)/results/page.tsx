import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { readResults } from "#db/result-views.ts";
import { periodOf } from "#domain/period.ts";
import { ResultsBoard } from "./results-board.tsx";

export const metadata: Metadata = { title: "Results" };

type Props = { searchParams: Promise<{ period?: string; currency?: string }> };

export default async function ResultsPage({ searchParams }: Props) {
  const member = await requireMember();
  const { period, currency } = await searchParams;
  const asked = { period: periodOf(period), currency };
  return <ResultsBoard first={await readAs(member, (scope, now) => readResults(scope, asked, now))} />;
}
