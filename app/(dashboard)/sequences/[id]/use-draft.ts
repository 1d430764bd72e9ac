"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { messageOf, RequestError, readJson, writeJson } from "#app/requests.ts";
import { actOn, beginHistory, sameGraph } from "#domain/sequence/history.ts";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";

const pauseMs = 700;
const retryMs = 5_000;

export type Saving =
  | { kind: "saved"; at: string | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failed"; why: string }
  | { kind: "conflict"; theirs: SequenceDraft };

type Base = { graph: SequenceGraph; revision: number; savedAt: string | null };

/**
 * A draft that saves itself a moment after the last change. When somebody else has saved since, nothing is written: what
 * they made is shown beside ours until one is chosen, and the other stays in the history.
 */
export function useDraft(first: SequenceDraft, mayWrite: boolean) {
  const [history, act] = useReducer(actOn, first.graph, beginHistory);
  const [base, setBase] = useState<Base>({ graph: first.graph, revision: first.revision, savedAt: first.savedAt });
  const [trouble, setTrouble] = useState<Extract<Saving, { kind: "failed" | "conflict" }> | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const path = `/api/sequences/${first.sequenceId}/draft`;
  const graph = history.present;
  const dirty = !sameGraph(graph, base.graph);

  const save = useCallback(
    async (over: Base, changed: SequenceGraph): Promise<boolean> => {
      if (sameGraph(over.graph, changed)) return true;
      setBusy(true);
      try {
        const saved = await writeJson<Pick<Base, "revision"> & { savedAt: string }>("PUT", path, {
          graph: changed,
          revision: over.revision,
        });
        setBase({ graph: changed, ...saved });
        setTrouble(null);
        return true;
      } catch (error) {
        setTrouble(await troubleOf(error, path));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [path],
  );
  const saveNow = useCallback(() => {
    running.current = running.current.then(() => save(base, graph));
    return running.current;
  }, [save, base, graph]);

  useEffect(() => {
    if (!mayWrite || !dirty || busy || trouble?.kind === "conflict") return;
    const timer = setTimeout(() => void saveNow(), trouble ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [mayWrite, dirty, busy, trouble, saveNow]);
  useLeaveGuard(dirty);

  const settle = (theirs: SequenceDraft, keep: "mine" | "theirs") => {
    setBase({ graph: theirs.graph, revision: theirs.revision, savedAt: theirs.savedAt });
    if (keep === "theirs") act({ kind: "change", graph: theirs.graph });
    setTrouble(null);
  };
  const saving: Saving =
    trouble ?? (busy ? { kind: "saving" } : dirty ? { kind: "unsaved" } : { kind: "saved", at: base.savedAt });
  return { graph, history, act, saving, saveNow, settle, revision: base.revision };
}

async function troubleOf(error: unknown, path: string): Promise<Extract<Saving, { kind: "failed" | "conflict" }>> {
  if (!(error instanceof RequestError) || error.code !== "conflict") return { kind: "failed", why: messageOf(error) };
  try {
    return { kind: "conflict", theirs: await readJson<SequenceDraft>(path) };
  } catch (fault) {
    return { kind: "failed", why: messageOf(fault) };
  }
}

/** The browser asks before a page with unsaved changes is left. */
function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
