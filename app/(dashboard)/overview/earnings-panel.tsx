"use client";

import { useRef, useState } from "react";
import { ChartActions } from "#components/chart/chart-panel.tsx";
import { SpokenTable, TwinTable } from "#components/chart/twin-table.tsx";
import { rowsHref } from "#components/explore/path-tables.ts";
import { Change } from "#components/overview/change.tsx";
import { Figures } from "#components/overview/figures.tsx";
import { Incremental } from "#components/overview/incremental.tsx";
import { ReportedLine } from "#components/overview/reported-line.tsx";
import { ComparedRevenue, comparedTable } from "#components/overview/revenue-panel.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatMoney } from "#domain/money.ts";
import type { OverviewFigures } from "#domain/overview-figures.ts";
import type { ArmResults } from "#domain/result-view.ts";

type Props = { figures: OverviewFigures; arms: ArmResults | null; period: string };

const title = "Attributed revenue by day";

/** The two numbers that are never mixed, the days they come from, and what was done for them. */
export function EarningsPanel({ figures, arms, period }: Props) {
  const { now, before, currency } = figures;
  const [asTable, setAsTable] = useState(false);
  const drawn = useRef<HTMLDivElement>(null);
  const table = comparedTable({ now, before, currency });
  return (
    <Panel className="overflow-hidden">
      <div className="grid divide-y md:grid-cols-2 md:divide-x md:divide-y-0">
        <div className="p-4 sm:p-5">
          <h2 className="font-medium text-ink-soft text-sm">Attributed revenue</h2>
          <p className="tabular mt-0.5 font-semibold text-3xl text-ink tracking-tight">
            <Link
              href={rowsHref({ kind: "orders", ...now.span, currency })}
              className="underline decoration-transparent underline-offset-4 transition-colors hover:decoration-line-strong"
            >
              {formatMoney({ amount: now.counts.revenue, currency }, "en")}
              <span className="sr-only">: open the rows</span>
            </Link>
          </p>
          <p className="mt-1 text-ink-faint text-xs">
            <Change now={now.counts.revenue} before={before.counts.revenue} wanted="more" />
            {before.counts.revenue > 0
              ? ` against ${formatMoney({ amount: before.counts.revenue, currency }, "en")} before`
              : null}
          </p>
          <p className="mt-1 max-w-prose text-ink-faint text-xs">
            Orders credited by last click, net of refunds. Some of them would have come without a message.
          </p>
          <ReportedLine reported={figures.reported} span={now.span} />
        </div>
        <Incremental arms={arms} figures={figures} />
      </div>
      <div className="border-t">
        <div className="flex items-center justify-between gap-3 px-4 pt-2 sm:px-5">
          <h2 className="text-ink-soft text-xs">{title}; dashed: the days before</h2>
          <ChartActions
            {...{ title, period, table, drawn, asTable }}
            source="Comeback, orders credited by last click on the day of the order, net of refunds."
            onTable={() => setAsTable((shown) => !shown)}
          />
        </div>
        {asTable ? (
          <TwinTable label={title} table={table} />
        ) : (
          <div ref={drawn} className="relative px-2 pb-2">
            <ComparedRevenue {...{ now, before, currency }} />
            <SpokenTable label={title} table={table} />
          </div>
        )}
      </div>
      <div className="border-t">
        <Figures figures={figures} />
        <p className="border-t px-4 py-2 text-2xs text-ink-faint">Ranges in brackets are the 95% intervals of rates.</p>
      </div>
    </Panel>
  );
}
