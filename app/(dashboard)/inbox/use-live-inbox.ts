"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { hintQuery } from "./queries.ts";

/** Reads the inbox anew when the server hints that it changed since the version that the page was drawn from. */
export function useLiveInbox(drawn: string): void {
  const client = useQueryClient();
  const hint = useQuery(hintQuery);
  const seen = useRef(drawn);
  const version = hint.data?.version;
  useEffect(() => {
    if (!version || seen.current === version) return;
    seen.current = version;
    void client.invalidateQueries({ queryKey: ["inbox"] });
    void client.invalidateQueries({ queryKey: ["drafts", "waiting"] });
  }, [client, version]);
}
