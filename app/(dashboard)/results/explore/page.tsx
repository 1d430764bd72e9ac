import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { readReport } from "#db/reports.ts";
import { getTenant } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { spanOf } from "#domain/day-span.ts";
import { exploreOf } from "#domain/explore/asked.ts";
import { textsOf } from "../texts-of.ts";
import { ExploreBoard } from "./explore-board.tsx";

export const metadata: Metadata = { title: "Explore" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExplorePage({ searchParams }: Props) {
  const member = await requireMember();
  const texts = textsOf(await searchParams);
  const asked = exploreOf(texts);
  const first = await readAs(member, async (scope, now) => {
    const span = spanOf(texts, now, (await getTenant(scope)).timeZone);
    const of = { span, currency: texts.currency, by: asked.by, filters: asked.filters };
    const days = { span, currency: texts.currency };
    const [explore, refusal] = await readReport(scope, "explore", of, now).then(
      (report) => [report, null] as const,
      (error: unknown) => [null, refusalOf(error)] as const,
    );
    return {
      ...{ span, explore, refusal },
      funnel: await readReport(scope, "funnel", days, now),
      survival: await readReport(scope, "survival", days, now),
      cohorts: await readReport(scope, "cohorts", days, now),
    };
  });
  return <ExploreBoard asked={asked} first={first} />;
}

/** Three things at once over too many days are refused with a sentence; that is shown, the rest of the page stands. */
function refusalOf(error: unknown): string {
  if (error instanceof AppError && error.code === "invalid") return error.message;
  throw error;
}
