"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { dimensionLabels, valueLabel } from "#components/explore/labels.ts";
import { dayText } from "#components/result/chart-parts.tsx";
import { FigureTable, figureTitle } from "#components/result/figure-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { dimensions } from "#domain/explore.ts";
import type { Figure, FigureRows } from "#domain/figure-row.ts";
import { rowsQuery } from "../queries.ts";

type Props = { figure: Figure; first: FigureRows; names: Record<string, string> };

/** The rows that a figure is made of, with the way to each cart, order and message. */
export function RowsBoard({ figure, first, names }: Props) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...rowsQuery(figure),
    initialData: { pages: [first], pageParams: [""] },
  });
  const rows = data.pages.flatMap((page) => page.rows);
  const filters = figure.kind === "messages" ? figure.filters : {};
  const only = dimensions.flatMap((one) => {
    const [value] = filters[one] ?? [];
    return value === undefined ? [] : [`${dimensionLabels[one]}: ${valueLabel(one, value, names)}`];
  });
  return (
    <Page>
      <PageHeader
        above={<TextLink href="/results">Results</TextLink>}
        title={figureTitle(figure)}
        description={[`${dayText(figure.from, true)} to ${dayText(figure.to, true)}, ${figure.currency}`, ...only].join(
          " · ",
        )}
      />
      <Panel>
        {rows.length === 0 ? (
          <EmptyState title="Nothing stands behind this figure" />
        ) : (
          <>
            <FigureTable figure={figure} rows={rows} />
            <LoadMore
              hasMore={hasNextPage}
              busy={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
              shown={rows.length}
              noun="rows"
            />
          </>
        )}
      </Panel>
    </Page>
  );
}
