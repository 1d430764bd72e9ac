"use client";

import { type Saving as SavingOf, useSavedDraft } from "#app/(dashboard)/use-saved-draft.ts";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";

export type Saving =
  | Exclude<SavingOf<SequenceGraph>, { kind: "conflict" }>
  | { kind: "conflict"; theirs: SequenceDraft };

/** A sequence's draft, saved as it is drawn. */
export function useDraft(first: SequenceDraft, mayWrite: boolean) {
  const { sequenceId, graph, ...saved } = first;
  const path = `/api/sequences/${sequenceId}/draft`;
  const draft = useSavedDraft({ value: graph, ...saved }, { path, field: "graph", mayWrite });
  const { saving, act } = draft;
  return {
    ...{ graph: draft.value, history: draft.history, act, saveNow: draft.saveNow, revision: draft.revision },
    saving: saving.kind === "conflict" ? { ...saving, theirs: asSequence(saving.theirs) } : saving,
    settle: ({ graph, ...theirs }: SequenceDraft, keep: "mine" | "theirs") =>
      draft.settle({ value: graph, ...theirs }, keep),
  };

  function asSequence({ value, ...theirs }: { value: SequenceGraph } & Omit<SequenceDraft, "sequenceId" | "graph">) {
    return { sequenceId, graph: value, ...theirs };
  }
}
