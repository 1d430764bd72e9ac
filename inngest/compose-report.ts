import { listExperimentRows } from "#db/experiment-views.ts";
import { readReport } from "#db/reports.ts";
import type { Scope } from "#db/scope.ts";
import { getTenant } from "#db/tenants.ts";
import type { Picture } from "#domain/picture.ts";
import type { Reports } from "#domain/report.ts";
import type { ReportOccasion, ReportRhythm } from "#domain/report-rhythm.ts";
import { chartsOf } from "#emails/report/charts.ts";
import { figuresOf, periodText, type Told } from "#emails/report/figures.ts";
import type { ReportProps } from "#emails/system/report.tsx";
import { env } from "#env";

export type ComposedReport = { props: ReportProps; pictures: { name: string; picture: Picture }[] };

/** A report's words and pictures from the same sums as the pages; null while they are being made. */
export async function composeReport(
  scope: Scope,
  { rhythm, occasion }: { rhythm: ReportRhythm; occasion: ReportOccasion },
  now: Date,
): Promise<ComposedReport | null> {
  if (rhythm === "off") return null;
  const { name: tenantName, timeZone } = await getTenant(scope);
  const asked = { span: { ...occasion.span, period: null } };
  const overview = await readReport(scope, "overview", asked, now);
  if (!overview.ready) return null;
  const { currency } = overview;
  const told: Told = {
    ...{ figures: overview.report, currency },
    arms: (await readReport(scope, "incremental", asked, now)).report,
    funnel: (await readReport(scope, "funnel", asked, now)).report,
    others: await othersOf(scope, { currencies: overview.currencies, currency, asked }, now),
  };
  const { charts, pictures } = chartsOf(told);
  const query = new URLSearchParams({ ...occasion.span, currency });
  return {
    pictures,
    props: {
      ...{ tenantName, rhythm, charts },
      url: `${env().APP_URL}/overview?${query}`,
      settingsUrl: `${env().APP_URL}/settings/notices`,
      period: periodText(occasion.span, { timeZone, currency }),
      figures: figuresOf(told),
      experiments: await running(scope),
    },
  };
}

type Others = { currencies: string[]; currency: string; asked: { span: ReportOccasion["span"] & { period: null } } };

/** Every further currency by itself: amounts of two are never added. */
async function othersOf(
  scope: Scope,
  { currencies, currency, asked }: Others,
  now: Date,
): Promise<Reports["overview"][]> {
  const others = [];
  for (const other of currencies.filter((one) => one !== currency))
    others.push((await readReport(scope, "overview", { ...asked, currency: other }, now)).report);
  return others;
}

async function running(scope: Scope): Promise<ReportProps["experiments"]> {
  const { rows } = await listExperimentRows(scope, { state: "running", limit: 10 });
  return rows.map(({ name, verdict }) => ({ name, verdict: verdict ?? "Nobody has been assigned yet." }));
}
