"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { toast } from "sonner";
import { messageOf, RequestError, writeJson } from "#app/requests.ts";
import { plainWords } from "#components/draft/edited-words.ts";
import type { Conflict } from "#components/draft/queue-banners.tsx";
import type { Verdict } from "./queries.ts";

export type Verdicts = { draftId: string; name: string; body: Verdict; said: string };

const againMs = 10_000;

/**
 * Stores verdicts. One that did not get through (no connection, no session) is kept and tried again; one that was refused is
 * a conflict, which keeps what its giver wrote.
 */
export function useStoredVerdicts(on: { onRefused: (draftId: string) => void; onShow: (draftId: string) => void }) {
  const client = useQueryClient();
  const [unsent, setUnsent] = useState<ReadonlyMap<string, Verdicts>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map());
  const { onRefused, onShow } = on;

  const refuse = useCallback(
    ({ draftId, name, body }: Verdicts, error: unknown) => {
      const conflict = { message: messageOf(error), kept: textOf(body) };
      setConflicts((before) => new Map(before).set(draftId, conflict));
      onRefused(draftId);
      void client.invalidateQueries({ queryKey: ["drafts"] });
      const action = { label: "Show", onClick: () => onShow(draftId) };
      const said = `${name}: the verdict was not stored`;
      toast.error(said, { id: `refused-${draftId}`, description: conflict.message, duration: 10_000, action });
    },
    [client, onRefused, onShow],
  );
  const drop = useCallback((draftId: string) => setUnsent((before) => without(before, draftId)), []);
  const store = useCallback(
    async (one: Verdicts): Promise<boolean> => {
      try {
        setConflicts((before) => without(before, one.draftId));
        await writeJson("POST", `/api/drafts/${one.draftId}/review`, one.body);
        drop(one.draftId);
        return true;
      } catch (error) {
        if (isTransient(error)) setUnsent((before) => new Map(before).set(one.draftId, one));
        else {
          drop(one.draftId);
          refuse(one, error);
        }
        return false;
      }
    },
    [drop, refuse],
  );
  const retry = useCallback(() => {
    for (const one of unsent.values()) void store(one);
  }, [store, unsent]);
  useEffect(() => {
    if (unsent.size === 0) return;
    const timer = setInterval(retry, againMs);
    return () => clearInterval(timer);
  }, [unsent, retry]);
  const settle = (draftId: string) => setConflicts((before) => without(before, draftId));
  return { store, drop, retry, settle, unsent, conflicts };
}

const isTransient = (error: unknown) =>
  !(error instanceof RequestError) || ["unauthenticated", "limited", "fault"].includes(error.code);

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return map.has(key) ? new Map([...map].filter(([known]) => known !== key)) : map;
}

function textOf(body: Verdict): string | null {
  if (body.verdict === "rejected") return body.reason;
  return body.verdict === "approved" ? null : plainWords(body.words);
}
