import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readJson, writeJson } from "#app/requests.ts";
import type { ExperimentFilters } from "#components/experiment/list-filters.tsx";
import type {
  AnalysisView,
  ExpectationView,
  ExperimentListRow,
  ExperimentView,
  SetupView,
} from "#domain/experiment-view.ts";

export type ListAnswer = { rows: ExperimentListRow[]; next: string | null; now: string };

export const filterText = ({ state, sequenceId }: ExperimentFilters) =>
  new URLSearchParams({ ...(state ? { state } : {}), ...(sequenceId ? { sequence: sequenceId } : {}) }).toString();

export const experimentsQuery = (filters: ExperimentFilters) =>
  infiniteQueryOptions({
    queryKey: ["experiments", "list", filters],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filterText(filters));
      if (pageParam) query.set("before", pageParam);
      return readJson<ListAnswer>(`/api/experiments/rows?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 30_000,
  });

export const experimentQuery = (id: string) =>
  queryOptions({
    queryKey: ["experiments", "one", id],
    queryFn: ({ signal }) => readJson<ExperimentView>(`/api/experiments/${id}`, signal),
    refetchInterval: 15_000,
  });

/** The analysis is kept for ten minutes on the server; asking more often costs a row. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: ["experiments", "analysis", id],
    queryFn: ({ signal }) => readJson<AnalysisView>(`/api/experiments/${id}/results`, signal),
    refetchInterval: 60_000,
  });

/** What the server takes: a name is asked for when the draft is saved, not while it is being typed. */
export const bodyOf = (setup: SetupView) => ({ ...setup, name: setup.name.trim() || "Unnamed" });

export const expectationQuery = (setup: SetupView) =>
  queryOptions({
    queryKey: ["experiments", "expectation", { ...setup, name: "" }],
    queryFn: () => writeJson<ExpectationView>("POST", "/api/experiments/expectations", bodyOf(setup)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: setup.sequenceId !== "",
  });
