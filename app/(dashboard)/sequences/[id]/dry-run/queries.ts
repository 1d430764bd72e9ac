import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { DryRunCart, DryRunOutcome, DryRunView } from "#domain/dry-run.ts";
import type { Page } from "#domain/rows.ts";

export const dryRunQuery = (id: string) =>
  queryOptions({
    queryKey: ["dry-runs", id],
    queryFn: ({ signal }) => readJson<DryRunView>(`/api/dry-runs/${id}`, signal),
    refetchInterval: ({ state }) => (state.data && state.data.status !== "running" ? false : 800),
  });

/** `settled` makes the list be read anew once the run has ended. */
export const dryRunCartsQuery = (id: string, outcome: DryRunOutcome, settled: boolean) =>
  infiniteQueryOptions({
    queryKey: ["dry-runs", id, "carts", outcome, settled],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ outcome, ...(pageParam ? { after: pageParam } : {}) });
      return readJson<Page<DryRunCart>>(`/api/dry-runs/${id}/carts?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
