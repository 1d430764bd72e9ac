import { infiniteQueryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { Page } from "#domain/rows.ts";
import type { ComplianceRow } from "#domain/webhook-log.ts";

export const demandsQuery = infiniteQueryOptions({
  queryKey: ["compliance-requests"],
  queryFn: ({ pageParam, signal }) =>
    readJson<Page<ComplianceRow>>(`/api/compliance-requests${pageParam ? `?after=${pageParam}` : ""}`, signal),
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
  refetchInterval: 10_000,
});
