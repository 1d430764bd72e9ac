"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { readJson } from "#app/requests.ts";
import { ModelsPanel } from "#components/attribution/models-panel.tsx";
import { ChartActions } from "#components/chart/chart-panel.tsx";
import { SpokenTable, TwinTable } from "#components/chart/twin-table.tsx";
import { ArmTable } from "#components/result/arm-table.tsx";
import { CurrencySwitch } from "#components/result/currency-switch.tsx";
import { dayTable } from "#components/result/day-table.ts";
import { IncrementalFigure, RecoveredFigure } from "#components/result/earnings.tsx";
import { RevenueChart } from "#components/result/revenue-chart.tsx";
import { cn } from "#components/ui/cn.ts";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { AttributionResults } from "#domain/attribution/credit-view.ts";
import { type Period, periods } from "#domain/period.ts";
import type { ResultView } from "#domain/result-view.ts";
import { RatePanels } from "./rate-panels.tsx";
import { ResultTabs } from "./result-tabs.tsx";

const periodLabels: Record<Period, string> = { "7d": "7 days", "30d": "30 days", "90d": "90 days", "365d": "Year" };

export function ResultsBoard({ first, attribution }: { first: ResultView; attribution: AttributionResults }) {
  const router = useRouter();
  const [changing, startChange] = useTransition();
  const [asTable, setAsTable] = useState(false);
  const { period, currency } = first;
  const query = new URLSearchParams({ period, currency });
  const { data } = useQuery({
    queryKey: ["results", period, currency],
    queryFn: ({ signal }) => readJson<ResultView>(`/api/results?${query}`, signal),
    initialData: first,
    refetchInterval: 15_000,
  });
  const { data: models } = useQuery({
    queryKey: ["results", "attribution", period, currency],
    queryFn: ({ signal }) => readJson<AttributionResults>(`/api/results/attribution?${query}`, signal),
    initialData: attribution,
    refetchInterval: 60_000,
  });
  const drawn = useRef<HTMLDivElement>(null);
  const table = dayTable(data.days, currency);
  const spoken = `${periodLabels[period]} to today · ${currency} · days of ${data.timeZone.replaceAll("_", " ")}`;
  const show = (change: { period?: string; currency?: string }) =>
    startChange(() =>
      router.replace(`/results?${new URLSearchParams({ period, currency, ...change })}`, { scroll: false }),
    );
  return (
    <Page className={cn(changing && "opacity-60 transition-opacity")}>
      <PageHeader
        title="Results"
        description={`What came back, in days of ${data.timeZone.replaceAll("_", " ")}.`}
        actions={
          <>
            <CurrencySwitch
              {...{ currency, currencies: data.currencies }}
              onChange={(next) => show({ currency: next })}
            />
            <Segmented
              label="Period"
              value={period}
              onChange={(next) => show({ period: next })}
              options={periods.map((value) => ({ value, label: periodLabels[value] }))}
            />
          </>
        }
      />
      <ResultTabs />
      <div className="grid items-stretch gap-5 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <Panel className="flex flex-col">
          <div className="flex flex-wrap items-start justify-between gap-3 p-4 sm:p-5">
            <RecoveredFigure recovered={data.recovered} currency={currency} />
            <ChartActions
              title="Attributed revenue by day"
              {...{ period: spoken, table, drawn, asTable }}
              source="Comeback, orders credited by last click on the day of the order, net of refunds."
              onTable={() => setAsTable((shown) => !shown)}
            />
          </div>
          {asTable ? (
            <div className="border-t">
              <TwinTable label="Attributed revenue by day" table={table} />
            </div>
          ) : (
            <div ref={drawn} className="relative mt-auto px-2 pb-3">
              <RevenueChart days={data.days} currency={currency} height={250} />
              <SpokenTable label="Attributed revenue by day" table={table} />
            </div>
          )}
        </Panel>
        <Panel className="flex flex-col">
          <IncrementalFigure arms={data.arms} currency={currency} className="p-4 sm:p-5" />
          <p className="px-4 pb-4 text-ink-soft text-sm sm:px-5">
            Some shoppers come back by themselves. The holdout is sent nothing, so the difference between the two is
            what the messages brought.
          </p>
          <div className="mt-auto border-t">
            <ArmTable arms={data.arms} currency={currency} />
          </div>
        </Panel>
      </div>
      <ModelsPanel
        attributed={models.attributed}
        incremental={models.incremental}
        fitted={models.fitted}
        currency={currency}
        zone={data.timeZone}
        period={spoken}
      />
      <RatePanels results={data} period={spoken} />
    </Page>
  );
}
