"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import { undoing } from "#components/ui/undo.ts";
import { useStoredVerdicts, type Verdicts } from "./use-stored-verdicts.ts";

type Given = Verdicts & { stored: Promise<boolean> };

const toastId = "verdict";

/**
 * Gives verdicts at once and takes them back until the message is sent. The list goes on while they are stored; `gone` are
 * drafts that have left it. One that was refused comes back, with who was first.
 */
export function useVerdicts(on: { onBack: (draftId: string) => void; onSaid: (text: string) => void }) {
  const client = useQueryClient();
  const given = useRef<Given[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const show = useCallback(
    (draftId: string) => setGone((before) => new Set([...before].filter((id) => id !== draftId))),
    [],
  );
  const { store, drop, ...stored } = useStoredVerdicts({ onRefused: show, onShow: on.onBack });
  const back = (draftId: string) => {
    show(draftId);
    on.onBack(draftId);
  };
  const undo = async () => {
    const last = given.current.pop();
    if (!last) return on.onSaid("There is nothing to undo");
    if (!(await last.stored)) {
      drop(last.draftId);
      return back(last.draftId);
    }
    try {
      await writeJson("DELETE", `/api/drafts/${last.draftId}/review`);
      const said = `Undone: ${last.name} waits again`;
      toast.success(said, { id: toastId });
      on.onSaid(said);
      await client.invalidateQueries({ queryKey: ["drafts"] });
      back(last.draftId);
    } catch (error) {
      toast.error("This can no longer be undone", { id: toastId, description: messageOf(error) });
    }
  };
  /** Drafts that have left the list, by a verdict or in another way, such as a whole cluster. */
  const leave = (draftIds: string[]) => setGone((before) => new Set([...before, ...draftIds]));
  const give = (one: Verdicts) => {
    leave([one.draftId]);
    given.current.push({ ...one, stored: store(one) });
    toast.success(`${one.said}: ${one.name}`, { id: toastId, ...undoing(() => void undo()) });
  };
  return { ...stored, gone, give, undo, leave };
}
