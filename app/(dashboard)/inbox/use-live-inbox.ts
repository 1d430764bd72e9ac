"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { hintQuery } from "./queries.ts";

/** Reads the inbox anew when the server hints that it changed. */
export function useLiveInbox(): void {
  const client = useQueryClient();
  const hint = useQuery(hintQuery);
  const seen = useRef<string | null>(null);
  const version = hint.data?.version;
  useEffect(() => {
    if (!version) return;
    const isNews = seen.current !== null && seen.current !== version;
    seen.current = version;
    if (!isNews) return;
    void client.invalidateQueries({ queryKey: ["inbox"] });
    void client.invalidateQueries({ queryKey: ["drafts", "waiting"] });
  }, [client, version]);
}
