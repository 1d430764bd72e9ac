"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartPanel } from "#components/chart/chart-panel.tsx";
import { HeatMap } from "#components/chart/heat-map.tsx";
import { cohortGrid } from "#components/explore/cohort-grid.ts";
import { FunnelChart, TimeChart } from "#components/explore/path-charts.tsx";
import { funnelStages, funnelTable, timeTable } from "#components/explore/path-tables.ts";
import type { Report } from "#domain/report.ts";
import { type ReportQuery, reportQuery } from "../queries.ts";

type Props = {
  days: ReportQuery;
  period: string;
  currency: string;
  from: string;
  to: string;
  first: { funnel: Report<"funnel">; survival: Report<"survival">; cohorts: Report<"cohorts"> };
};

/** The way of carts: how far they came, how long it took, and what weeks of contacts brought later. */
export function PathPanels({ days, period, currency, from, to, first }: Props) {
  const { data: funnel } = useQuery({ ...reportQuery("funnel", days), initialData: first.funnel });
  const { data: survival } = useQuery({ ...reportQuery("survival", days, 60_000), initialData: first.survival });
  const { data: cohorts } = useQuery({ ...reportQuery("cohorts", days, 60_000), initialData: first.cohorts });
  const stages = funnelStages(funnel.report.rows);
  const { variant, holdout } = survival.report;
  const grid = cohortGrid(cohorts.report.cells, currency);
  return (
    <>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <ChartPanel
          title="From cart to order"
          description="Enrollments that began on these days, and how far each came since."
          {...{ period }}
          source="Comeback, enrollments by the day they began; the holdout is left out, for it is sent nothing."
          table={funnelTable(stages, { from, to, currency })}
          empty="No enrollments began on these days"
        >
          <FunnelChart stages={stages} rowHeight={54} />
        </ChartPanel>
        <ChartPanel
          title="Time to an order"
          description="The share of carts that ordered within so many hours since they were left. Carts count only as long as they have been watched."
          {...{ period }}
          source="Kaplan–Meier by bins with Greenwood's 95% interval (Comeback). Any order of the cart counts, so that arms compare. Solid: written to; dashed: holdout."
          table={timeTable(survival.report)}
          empty="No enrollments began on these days"
        >
          <TimeChart {...{ variant, holdout }} />
          <p className="flex gap-4 px-2 pt-1 text-ink-soft text-xs" aria-hidden>
            <Key className="bg-chart-1">Written to</Key>
            {holdout.length > 0 ? <Key className="bg-chart-2">Holdout</Key> : null}
          </p>
        </ChartPanel>
      </div>
      <ChartPanel
        title="What weeks of contacts brought"
        description="Contacts by the week of their first enrollment: how many recovered carts stand against them so many weeks later, added up. All has the weeks that have come that far."
        {...{ period }}
        source="Comeback, contacts by their first enrollment; weeks start on Monday. Recovered means credited by last click."
        table={grid.table}
        empty="No contact was enrolled for the first time on these days"
      >
        <HeatMap
          label="Recovered share by week of first enrollment and weeks later"
          rows={grid.weeks}
          columns={grid.later}
          cells={grid.cells}
          apart={{ row: true, column: false }}
          most={grid.most}
          noun="contacts"
          nameWidth={72}
          cellWidth={76}
        />
      </ChartPanel>
    </>
  );
}

const Key = ({ className, children }: { className: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span className={`h-0.5 w-4 rounded-full ${className}`} />
    {children}
  </span>
);
