import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import type { LetterDetail, LetterRow } from "#domain/letter-rows.ts";

export type LetterPage = { data: LetterRow[]; next: string | null };
export type LetterShow = "waiting" | "all";

/** The letters that wait for a person, or all of them; the API's own list. */
export const lettersQuery = (show: LetterShow) =>
  infiniteQueryOptions({
    queryKey: ["letters", "list", show],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        ...(show === "waiting" ? { status: "pending_approval" } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      });
      return readJson<LetterPage>(`/api/v1/letters?${query}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: 10_000,
  });

export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ["letters", "one", id],
    queryFn: ({ signal }) => readJson<LetterDetail>(`/api/v1/letters/${id}`, signal),
  });
