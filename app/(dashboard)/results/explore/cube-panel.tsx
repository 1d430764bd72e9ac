"use client";

import { ChartPanel } from "#components/chart/chart-panel.tsx";
import { CubeChart } from "#components/explore/cube-chart.tsx";
import { cubeTable } from "#components/explore/cube-table.ts";
import { dimensionLabels, valueLabel, viewHints, viewLabels } from "#components/explore/labels.ts";
import { rowsHref } from "#components/explore/path-tables.ts";
import { dayText } from "#components/result/chart-parts.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { type ExploreAsked, withFirst } from "#domain/explore/asked.ts";
import type { CellView } from "#domain/explore/cell-view.ts";
import { dimensions, type Filters, type Measure } from "#domain/explore.ts";
import type { Reports } from "#domain/report.ts";

type Props = {
  asked: ExploreAsked;
  report: Reports["explore"] | null;
  refusal: string | null;
  period: string;
  currency: string;
  from: string;
  to: string;
  onNarrow: (asked: ExploreAsked) => void;
};

/** The messages whose rows a view opens. */
const measures: Record<CellView, Measure> = {
  ordered: "orders",
  clicked: "clicked",
  delivered: "delivered",
  unsubscribed: "unsubscribed",
  complained: "complained",
  revenue: "revenue",
  revenuePerMessage: "revenue",
  discount: "discount",
  sent: "sent",
};

/** What was asked for, as a chart and its table; whoever clicks on a part narrows the page to it. */
export function CubePanel({ asked, report, refusal, period, currency, from, to, onNarrow }: Props) {
  if (refusal) return <Notice tone="warn">{refusal}</Notice>;
  if (!report) return <SkeletonRows rows={5} />;
  const { cells, names, cut, covered, source } = report;
  const title = `${viewLabels[asked.show]} by ${asked.by.map((one) => dimensionLabels[one].toLowerCase()).join(" and ")}`;
  const filtersWith = (values: (string | null)[]): Filters => ({
    ...asked.filters,
    ...Object.fromEntries(
      asked.by.flatMap((dimension, place) => {
        const value = values[place];
        return value == null ? [] : [[dimension, [value]]];
      }),
    ),
  });
  const table = cubeTable({
    ...{ cells, names, currency, by: asked.by, show: asked.show },
    hrefOf: (cell) =>
      rowsHref({
        ...{ kind: "messages", measure: measures[asked.show], basis: "sent_day", from: covered.from, to: covered.to },
        ...{ currency, filters: filtersWith(cell.values) },
      }),
  });
  const filtered = dimensions.flatMap((one) => {
    const [value] = asked.filters[one] ?? [];
    return value === undefined ? [] : [`${dimensionLabels[one].toLowerCase()} ${valueLabel(one, value, names)}`];
  });
  const notes = [
    `${viewHints[asked.show]}.`,
    cut && cut.of > cut.shown ? `The ${cut.shown} most sent of ${cut.of}.` : "",
    covered.from !== from || covered.to !== to
      ? `Kept by month: ${dayText(covered.from)} to ${dayText(covered.to)}.`
      : "",
    filtered.length > 0 ? `Only ${filtered.join(", ")}.` : "",
    source === "messages" ? "Read message by message." : "",
  ];
  return (
    <ChartPanel
      title={title}
      {...{ period, table }}
      description={notes.filter(Boolean).join(" ")}
      source={`Comeback, messages sent on these days. Rates with their 95% Wilson interval; ${asked.by.length === 2 ? "hatched" : "grey"} below 100 messages.`}
      empty="No messages were sent on these days"
    >
      <CubeChart
        {...{ cells, names, currency, by: asked.by, show: asked.show }}
        onChoose={(values) => onNarrow(narrowed(asked, filtersWith(values)))}
      />
    </ChartPanel>
  );
}

/** What was clicked becomes a filter, and the page goes on to a dimension that is not fixed yet. */
function narrowed(asked: ExploreAsked, filters: Filters): ExploreAsked {
  const open = asked.by.find((one) => filters[one] === undefined);
  if (open) return { ...asked, by: [open], filters };
  const free = dimensions.find((one) => filters[one] === undefined) ?? asked.by[0];
  const by =
    asked.by.length === 1 && filters[asked.by[0]]
      ? withFirst(["step"], filters.step ? free : "step")
      : withFirst(["step"], free);
  return { ...asked, by, filters };
}
