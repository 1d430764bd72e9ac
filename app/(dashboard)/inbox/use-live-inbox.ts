"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNews } from "#app/use-news.ts";
import { hintQuery } from "./queries.ts";

/** Reads the inbox anew when the server hints that it changed since the version that the page was drawn from. */
export function useLiveInbox(drawn: string): void {
  const client = useQueryClient();
  const hint = useQuery(hintQuery);
  useNews(drawn, hint.data?.version, () => {
    void client.invalidateQueries({ queryKey: ["inbox"] });
    void client.invalidateQueries({ queryKey: ["drafts", "waiting"] });
  });
}
