import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { Dimension } from "#domain/explore.ts";
import { type Figure, type FigureRows, queryOfFigure } from "#domain/figure-row.ts";
import type { Report, ReportKind } from "#domain/report.ts";

export type ReportQuery = Record<string, string>;

/** Refetched while somebody looks, for the jobs count all the time. */
export const reportQuery = <Kind extends ReportKind>(kind: Kind, asked: ReportQuery, everyMs = 15_000) =>
  queryOptions({
    queryKey: ["results", kind, asked],
    queryFn: ({ signal }) => readJson<Report<Kind>>(`/api/results/${kind}?${new URLSearchParams(asked)}`, signal),
    refetchInterval: everyMs,
  });

/** The values that a dimension has on these days, the most sent first. */
export const valuesQuery = (dimension: Dimension | null, days: ReportQuery) =>
  queryOptions({
    ...reportQuery("explore", { ...days, by: dimension ?? "incentive" }),
    enabled: dimension !== null,
    refetchInterval: false,
  });

export const rowsQuery = (figure: Figure) =>
  infiniteQueryOptions({
    queryKey: ["results", "rows", figure],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(queryOfFigure(figure));
      if (pageParam) query.set("after", pageParam);
      return readJson<FigureRows>(`/api/results/rows?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
