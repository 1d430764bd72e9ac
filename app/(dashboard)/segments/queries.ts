import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readJson, writeJson } from "#app/requests.ts";
import type { Condition } from "#domain/condition.ts";
import type { SegmentRow } from "#domain/segment-view.ts";

export const segmentsKey = ["segments"];

export const segmentsQuery = queryOptions({
  queryKey: segmentsKey,
  queryFn: ({ signal }) => readJson<{ data: SegmentRow[] }>("/api/segments", signal).then(({ data }) => data),
});

/** How many contacts fit a condition that is being written. */
export const countQuery = (condition: Condition) =>
  queryOptions({
    queryKey: ["segment-count", condition],
    queryFn: () => writeJson<{ contacts: number }>("POST", "/api/segments/counts", { condition }),
    placeholderData: keepPreviousData,
  });
