"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { messageOf, RequestError, readJson, writeJson } from "#app/requests.ts";
import { beginEdit, type EditAct, type EditHistory, edited, sameValue } from "#domain/edit-history.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";

const pauseMs = 700;
const retryMs = 5_000;

/** What is edited, and which revision of it was saved last by whom. */
export type Draft<Value> = { value: Value; revision: number; savedBy: string | null; savedAt: string | null };
type Trouble<Value> = { kind: "failed"; why: string } | { kind: "conflict"; theirs: Draft<Value> };
export type Saving<Value> =
  | { kind: "saved"; at: string | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | Trouble<Value>;

/** Where a draft is kept: `field` is what its value is called there. */
type Place = { path: string; field: string; mayWrite: boolean };
type Answer = { revision: number; savedBy: string | null; savedAt: string | null };

/**
 * A draft that saves itself a moment after the last change. When somebody else has saved since, nothing is written: what
 * they made is shown beside ours until one is chosen, and the other stays in the history.
 */
export function useSavedDraft<Value>(first: Draft<Value>, { path, field, mayWrite }: Place) {
  const reduce: (history: EditHistory<Value>, act: EditAct<Value>) => EditHistory<Value> = edited;
  const [history, act] = useReducer(reduce, first.value, (value) => beginEdit(value));
  const { base, newest, standOn } = useBase(first);
  const [trouble, setTrouble] = useState<Trouble<Value> | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const value = history.present;
  const dirty = !sameValue(value, base.value);

  const save = useCallback(
    async (changed: Value): Promise<boolean> => {
      const over = newest.current;
      if (sameValue(over.value, changed)) return true;
      setBusy(true);
      try {
        const body = { [field]: changed, revision: over.revision };
        const saved = await writeJson<{ revision: number; savedAt: string }>("PUT", path, body);
        standOn({ value: changed, savedBy: null, ...saved });
        setTrouble(null);
        return true;
      } catch (error) {
        setTrouble(await troubleOf<Value>(error, { path, field }));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [path, field, newest, standOn],
  );
  const saveNow = useCallback(() => {
    running.current = running.current.then(() => save(value));
    return running.current;
  }, [save, value]);

  useEffect(() => {
    if (!mayWrite || !dirty || busy || trouble?.kind === "conflict") return;
    const timer = setTimeout(() => void saveNow(), trouble ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [mayWrite, dirty, busy, trouble, saveNow]);
  useLeaveGuard(dirty);

  const settle = (theirs: Draft<Value>, keep: "mine" | "theirs") => {
    standOn(theirs);
    if (keep === "theirs") act({ kind: "change", value: theirs.value });
    setTrouble(null);
  };
  const saving: Saving<Value> =
    trouble ?? (busy ? { kind: "saving" } : dirty ? { kind: "unsaved" } : { kind: "saved", at: base.savedAt });
  return { value, history, act, saving, saveNow, settle, revision: base.revision };
}

/** What was saved last, to draw and, as `newest`, for a save that was asked for while the one before it was under way. */
function useBase<Value>(first: Draft<Value>) {
  const [base, setBase] = useState(first);
  const newest = useRef(first);
  const standOn = useCallback((saved: Draft<Value>) => {
    newest.current = saved;
    setBase(saved);
  }, []);
  return { base, newest, standOn };
}

async function troubleOf<Value>(error: unknown, { path, field }: Omit<Place, "mayWrite">): Promise<Trouble<Value>> {
  if (!(error instanceof RequestError) || error.code !== "conflict") return { kind: "failed", why: messageOf(error) };
  try {
    const theirs = await readJson<Answer & Record<string, Value>>(path);
    const { revision, savedBy, savedAt } = theirs;
    const value = theirs[field];
    if (value === undefined) return { kind: "failed", why: messageOf(error) };
    return { kind: "conflict", theirs: { value, revision, savedBy, savedAt } };
  } catch (fault) {
    return { kind: "failed", why: messageOf(fault) };
  }
}
