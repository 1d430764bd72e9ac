import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { readPulse } from "#db/overview-views.ts";
import { readReport } from "#db/reports.ts";
import { listLapsedDomains } from "#db/sender-domains.ts";
import { getTenant } from "#db/tenants.ts";
import { spanOf } from "#domain/day-span.ts";
import { textsOf } from "../results/texts-of.ts";
import { OverviewBoard } from "./overview-board.tsx";

export const metadata: Metadata = { title: "Overview" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ searchParams }: Props) {
  const member = await requireMember();
  const texts = textsOf(await searchParams);
  const first = await readAs(member, async (scope, now) => {
    const span = spanOf(texts, now, (await getTenant(scope)).timeZone);
    const asked = { span, currency: texts.currency };
    return {
      ...{ span, pulse: await readPulse(scope, now), lapsed: await listLapsedDomains(scope) },
      overview: await readReport(scope, "overview", asked, now),
      funnel: await readReport(scope, "funnel", asked, now),
    };
  });
  return <OverviewBoard first={first} />;
}
