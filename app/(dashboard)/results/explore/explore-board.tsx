"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { messageOf } from "#app/requests.ts";
import { ExploreControls } from "#components/explore/explore-controls.tsx";
import { dayText } from "#components/result/chart-parts.tsx";
import { CurrencySwitch } from "#components/result/currency-switch.tsx";
import { PeriodPicker } from "#components/result/period-picker.tsx";
import { cn } from "#components/ui/cn.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import type { ChosenSpan } from "#domain/day-span.ts";
import { type ExploreAsked, queryOfExplore } from "#domain/explore/asked.ts";
import type { Dimension } from "#domain/explore.ts";
import type { Report } from "#domain/report.ts";
import { reportQuery, valuesQuery } from "../queries.ts";
import { ResultTabs } from "../result-tabs.tsx";
import { CubePanel } from "./cube-panel.tsx";
import { PathPanels } from "./path-panels.tsx";

type First = {
  span: ChosenSpan;
  explore: Report<"explore"> | null;
  refusal: string | null;
  funnel: Report<"funnel">;
  survival: Report<"survival">;
  cohorts: Report<"cohorts">;
};

export function ExploreBoard({ asked, first }: { asked: ExploreAsked; first: First }) {
  const router = useRouter();
  const [changing, startChange] = useTransition();
  const [dimension, setDimension] = useState<Dimension | null>(null);
  const { span } = first;
  const { currency, currencies, from, to, timeZone } = first.funnel;
  const days = { ...(span.period ? { period: span.period } : { from, to }), currency };
  const { data: explore, error } = useQuery({
    ...reportQuery("explore", { ...days, ...queryOfExplore(asked) }),
    initialData: first.explore ?? undefined,
    retry: false,
  });
  const { data: choices } = useQuery(valuesQuery(dimension, days));
  const show = (query: Record<string, string>) =>
    startChange(() => router.replace(`/results/explore?${new URLSearchParams(query)}`, { scroll: false }));
  const ask = (next: ExploreAsked) => show({ ...days, ...queryOfExplore(next) });
  const period = `${dayText(from, true)} to ${dayText(to, true)} · ${currency} · days of ${timeZone.replaceAll("_", " ")}`;
  const values = choices ? [...new Set(choices.report.cells.map((cell) => cell.values[0] ?? ""))] : null;
  return (
    <Page className={cn(changing && "opacity-60 transition-opacity")}>
      <PageHeader
        title="Results"
        description="What messages brought, told apart. Messages count on the day they were sent, whenever their orders came."
        actions={
          <>
            <CurrencySwitch
              {...{ currency, currencies }}
              onChange={(next) => show({ ...days, currency: next, ...queryOfExplore(asked) })}
            />
            <PeriodPicker
              key={`${span.period} ${from} ${to}`}
              span={span}
              onChange={(change) => show({ ...change, currency, ...queryOfExplore(asked) })}
            />
          </>
        }
      />
      <ResultTabs />
      {first.funnel.ready ? null : (
        <Notice>
          The sums are being made. Figures are incomplete until that is done, which takes a minute or two.
        </Notice>
      )}
      <Panel>
        <PanelBody>
          <ExploreControls
            asked={asked}
            names={{ ...first.funnel.report.names, ...explore?.report.names, ...choices?.report.names }}
            onChange={ask}
            choosing={{ dimension, values, onDimension: setDimension }}
          />
        </PanelBody>
      </Panel>
      <CubePanel
        {...{ asked, period, currency, from, to }}
        report={explore?.report ?? null}
        refusal={explore ? null : (first.refusal ?? (error ? messageOf(error) : null))}
        onNarrow={ask}
      />
      <PathPanels {...{ days, period, currency, from, to }} first={first} />
    </Page>
  );
}
