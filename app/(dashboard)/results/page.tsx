import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { readAttribution } from "#db/attribution-results.ts";
import { readResults } from "#db/result-views.ts";
import { periodOf } from "#domain/period.ts";
import { ResultsBoard } from "./results-board.tsx";

export const metadata: Metadata = { title: "Results" };

type Props = { searchParams: Promise<{ period?: string; currency?: string }> };

export default async function ResultsPage({ searchParams }: Props) {
  const member = await requireMember();
  const { period, currency } = await searchParams;
  const asked = { period: periodOf(period), currency };
  const first = await readAs(member, async (scope, now) => {
    const results = await readResults(scope, asked, now);
    return {
      results,
      attribution: await readAttribution(scope, { period: results.period, currency: results.currency }, now),
    };
  });
  return <ResultsBoard first={first.results} attribution={first.attribution} />;
}
