"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import type { DialogAct } from "#components/experiment/act-dialog.tsx";
import type { RunningChange } from "#components/experiment/change-dialog.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { ExperimentView } from "#domain/experiment-view.ts";

type Said = { kind: DialogAct; reason: string | null; arm?: string };

const toldLabels: Record<DialogAct, string> = {
  paused: "Paused",
  resumed: "Resumed",
  stopped: "Stopped",
  concluded: "Concluded: the analysis is frozen",
  promoted: "Promoted: everybody who enters gets this arm",
  retired: "Retired: the sequence goes as it is built",
};

/** What takes an act back; the others change what cannot be undone. */
const undoneBy: Partial<Record<DialogAct, DialogAct>> = { paused: "resumed", resumed: "paused" };

/** What can be done to an experiment that was started; what can be taken back offers to be. */
export function useActs({ id, arms, endsAt }: ExperimentView, onDone: () => void) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ["experiments"] });
  const onError = (error: unknown) => toast.error("This was not done", { description: messageOf(error) });
  const tell = (label: string, back: (() => void) | null) => toast.success(label, back ? undoing(back) : {});
  const act = useMutation({
    mutationFn: (said: Said) => writeJson("POST", `/api/experiments/${id}/acts`, said),
    onSuccess: async (_, { kind }) => {
      onDone();
      const back = undoneBy[kind];
      tell(toldLabels[kind], back ? () => act.mutate({ kind: back, reason: "Taken back" }) : null);
      await refresh();
    },
    onError,
  });
  const change = useMutation({
    mutationFn: (said: RunningChange) => writeJson("PATCH", `/api/experiments/${id}`, said),
    onSuccess: async (_, said) => {
      onDone();
      const before: RunningChange = {
        ...(said.shares ? { shares: Object.fromEntries(arms.map(({ name, share }) => [name, share])) } : {}),
        ...(said.endsAt === undefined ? {} : { endsAt }),
        reason: "Taken back",
      };
      tell("Changed", said.reason === "Taken back" ? null : () => change.mutate(before));
      await refresh();
    },
    onError,
  });
  return { act, change };
}
