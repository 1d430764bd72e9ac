"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { QueueRow } from "#domain/draft-queue.ts";
import { type Asked, addressOf } from "./asked.ts";
import { draftQuery, previewQuery } from "./queries.ts";

const pauseMs = 250;

/** The address follows what is looked at, so that a draft can be sent to a colleague; not at every key, as browsers limit it. */
export function useAddress(asked: Asked): void {
  const address = addressOf(asked);
  useEffect(() => {
    const timer = setTimeout(() => window.history.replaceState(window.history.state, "", address), pauseMs);
    return () => clearTimeout(timer);
  }, [address]);
}

const ahead = 3;

/** Loads the next drafts before they are asked for, so that `j` and `a` never wait. */
export function useNextAtHand(rows: QueueRow[], chosenId: string | null): void {
  const client = useQueryClient();
  const at = rows.findIndex((row) => row.id === chosenId);
  const next = rows
    .slice(at + 1, at + 1 + ahead)
    .map((row) => row.id)
    .join(" ");
  useEffect(() => {
    for (const id of next.split(" ").filter(Boolean)) {
      void client.prefetchQuery(draftQuery(id));
      void client.prefetchQuery(previewQuery(id));
    }
  }, [client, next]);
}
