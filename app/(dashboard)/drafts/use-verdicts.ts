"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { messageOf, RequestError, writeJson } from "#app/requests.ts";
import type { Conflict } from "#components/draft/queue-banners.tsx";
import type { Verdict } from "./queries.ts";

type Given = { draftId: string; name: string; body: Verdict; said: string; stored: Promise<boolean> };

const again = 10_000;
const toastId = "verdict";

/**
 * Gives verdicts at once and takes them back until the message is sent. The list goes on while they are stored; one that was
 * refused comes back with who was first, one that did not get through is kept and tried again. `gone` have left the list.
 */
export function useVerdicts(on: { onBack: (draftId: string) => void; onSaid: (text: string) => void }) {
  const client = useQueryClient();
  const given = useRef<Given[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [unsent, setUnsent] = useState<ReadonlyMap<string, Given>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map());

  const show = useCallback(
    (draftId: string) => setGone((before) => new Set([...before].filter((id) => id !== draftId))),
    [],
  );
  const refused = useCallback(
    (one: Pick<Given, "draftId" | "body" | "name">, error: unknown) => {
      show(one.draftId);
      const conflict = { message: messageOf(error), kept: textOf(one.body) };
      setConflicts((before) => new Map(before).set(one.draftId, conflict));
      void client.invalidateQueries({ queryKey: ["drafts", "one", one.draftId] });
      toast.error(`${one.name}: the verdict was not stored`, {
        ...{ id: toastId, description: conflict.message, duration: 10_000 },
        action: { label: "Show", onClick: () => on.onBack(one.draftId) },
      });
    },
    [client, on, show],
  );
  const store = useCallback(
    async (one: Omit<Given, "stored">): Promise<boolean> => {
      try {
        await writeJson("POST", `/api/drafts/${one.draftId}/review`, one.body);
        setUnsent((before) => without(before, one.draftId));
        return true;
      } catch (error) {
        if (isTransient(error))
          setUnsent((before) => new Map(before).set(one.draftId, { ...one, stored: Promise.resolve(false) }));
        else {
          setUnsent((before) => without(before, one.draftId));
          refused(one, error);
        }
        return false;
      }
    },
    [refused],
  );

  const retry = useCallback(() => {
    for (const one of unsent.values()) void store(one);
  }, [store, unsent]);
  useEffect(() => {
    if (unsent.size === 0) return;
    const timer = setInterval(retry, again);
    return () => clearInterval(timer);
  }, [unsent, retry]);

  const undo = async () => {
    const last = given.current.pop();
    if (!last) return on.onSaid("There is nothing to undo");
    if (!(await last.stored)) {
      setUnsent((before) => without(before, last.draftId));
      show(last.draftId);
      return on.onBack(last.draftId);
    }
    try {
      await writeJson("DELETE", `/api/drafts/${last.draftId}/review`);
      show(last.draftId);
      toast.success(`Undone: ${last.name} waits again`, { id: toastId });
      on.onSaid(`Undone: ${last.name} waits again`);
      await client.invalidateQueries({ queryKey: ["drafts"] });
      on.onBack(last.draftId);
    } catch (error) {
      toast.error("This can no longer be undone", { id: toastId, description: messageOf(error) });
    }
  };
  const give = (one: Omit<Given, "stored">) => {
    setGone((before) => new Set(before).add(one.draftId));
    setConflicts((before) => without(before, one.draftId));
    given.current.push({ ...one, stored: store(one) });
    toast.success(`${one.said}: ${one.name}`, {
      id: toastId,
      duration: 6_000,
      action: { label: "Undo", onClick: () => void undo() },
    });
  };
  const settle = (draftId: string) => setConflicts((before) => without(before, draftId));
  /** Drafts that went in another way, such as a whole cluster. */
  const leave = (draftIds: string[]) => setGone((before) => new Set([...before, ...draftIds]));
  return { gone, unsent, conflicts, give, undo, retry, refused, settle, leave };
}

const isTransient = (error: unknown) =>
  !(error instanceof RequestError) || ["unauthenticated", "limited", "fault"].includes(error.code);

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([known]) => known !== key));
}

function textOf(body: Verdict): string | null {
  if (body.verdict === "rejected") return body.reason;
  if (body.verdict === "approved") return null;
  const { subject, preheader, heading, paragraphs, button, postscript } = body.words;
  return [subject, preheader, heading, ...paragraphs, button, postscript].filter(Boolean).join("\n");
}
