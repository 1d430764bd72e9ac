"use client";

import { useRef } from "react";
import type { Rate } from "#domain/result-view.ts";
import { ChartActions } from "../chart/chart-panel.tsx";
import type { ChartTable } from "../chart/chart-table.ts";
import { unitsOf } from "../explore/cell-text.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { RateChart } from "./rate-chart.tsx";
import { RateTable } from "./rate-table.tsx";

type Props<Group> = {
  title: string;
  description: string;
  label: string;
  trial: string;
  rates: Rate<Group>[];
  nameOf: (group: Group) => string;
  keyOf: (group: Group) => string;
  currency: string;
  /** The days, as a picture and a file say them. */
  period: string;
};

/** One question, answered as a chart and as its table. */
export function RatePanel<Group>(props: Props<Group>) {
  const { title, description, rates, nameOf, period } = props;
  const drawn = useRef<HTMLDivElement>(null);
  const actions = (
    <ChartActions {...{ title, period, drawn }} source={`Comeback. ${description}`} table={tableOf(props)} />
  );
  return (
    <Panel>
      <PanelHeader title={title} description={description} actions={rates.length > 0 ? actions : null} />
      {rates.length === 0 ? (
        <EmptyState title="Nothing to compare in this period" />
      ) : (
        <>
          <div ref={drawn}>
            <RateChart {...{ title, rates, nameOf }} />
          </div>
          <div className="mt-2 border-t">
            <RateTable {...props} />
          </div>
        </>
      )}
    </Panel>
  );
}

function tableOf<Group>({ label, trial, rates, nameOf, keyOf, currency }: Props<Group>): ChartTable {
  return {
    columns: [
      { name: label },
      ...["Rate", "95% from", "95% to", trial, "Clicked", "Recovered"].map((name) => ({ name, numeric: true })),
      { name: `Revenue (${currency})`, numeric: true },
    ],
    rows: rates.map(({ group, rate, interval, trials, clicked, recovered, revenue, small }) => ({
      key: keyOf(group),
      faint: small,
      cells: [
        ...[nameOf(group), rate, interval.low, interval.high, trials, clicked, recovered],
        unitsOf(revenue, currency),
      ],
    })),
  };
}
