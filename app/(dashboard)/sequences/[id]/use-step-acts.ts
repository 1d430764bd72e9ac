"use client";

import { type Dispatch, useMemo, useState } from "react";
import { toast } from "sonner";
import type { StepActs } from "#components/sequence/step-acts.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { EditAct } from "#domain/edit-history.ts";
import {
  type Clip,
  clipOf,
  connect,
  insertAt,
  moveTo,
  pasteAt,
  removeStep,
  renamed,
  replaceStep,
  type Slot,
} from "#domain/sequence/edit.ts";
import { newGraphStep } from "#domain/sequence/new-step.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";

/** What was copied last, in any sequence of this tab. */
let copied: Clip | null = null;

/** Asks for the focus once for each count: on a card, or in the panel of it. */
export type Focus = { id: string; inPanel: boolean; count: number };

const freshId = (kind: string) => `${kind.replaceAll("_", "-")}-${crypto.randomUUID().slice(0, 8)}`;

/** What people can do to the steps, as changes of the graph. */
export function useStepActs(graph: SequenceGraph, act: Dispatch<EditAct<SequenceGraph>>, readOnly: boolean) {
  const [selected, setSelected] = useState<string | null>(null);
  const [offered, setOffered] = useState<Slot | null>(null);
  const [focus, setFocus] = useState<Focus>({ id: "", inPanel: false, count: 0 });
  const [mayPaste, setMayPaste] = useState(copied !== null);
  const acts = useMemo((): StepActs => {
    const go = (id: string | null) => {
      setSelected(id);
      if (id !== null) setFocus(({ count }) => ({ id, inPanel: false, count: count + 1 }));
    };
    const change = (changed: SequenceGraph, run?: string) => {
      if (!readOnly) act({ kind: "change", value: changed, ...(run ? { run } : {}) });
    };
    const offer = (slot: Slot | null) => setOffered(readOnly ? null : slot);
    const undo = () => act({ kind: "undo" });
    return { select: go, offer, ...changesOf(graph, { change, go, offer, undo, onCopied: () => setMayPaste(true) }) };
  }, [graph, act, readOnly]);
  const edit = (id: string) => {
    setSelected(id);
    setFocus(({ count }) => ({ id, inPanel: true, count: count + 1 }));
  };
  return { acts, edit, selected, offered, focus, mayPaste };
}

type Ways = {
  change: (graph: SequenceGraph, run?: string) => void;
  go: (id: string | null) => void;
  offer: (slot: Slot | null) => void;
  undo: () => void;
  onCopied: () => void;
};

function changesOf(graph: SequenceGraph, ways: Ways): Omit<StepActs, "select" | "offer"> {
  const { change, go } = ways;
  const put = (changed: SequenceGraph, id: string) => {
    change(changed);
    ways.offer(null);
    go(id);
  };
  return {
    insert: (slot, kind) => {
      const id = freshId(kind);
      put(insertAt(graph, slot, newGraphStep(kind, id)), id);
    },
    paste: (slot) => {
      const clip =
        copied &&
        renamed(
          copied,
          copied.steps.map(({ kind }) => freshId(kind)),
        );
      if (clip) put(pasteAt(graph, slot, clip), clip.entry);
    },
    copy: (id) => {
      copied = clipOf(graph, id);
      ways.onCopied();
      const count = copied?.steps.length ?? 0;
      toast.success(count === 1 ? "Step copied" : `${count} steps copied`);
    },
    remove: (id) => {
      const left = removeStep(graph, id);
      const gone = graph.steps.length - left.steps.length;
      change(left);
      go(null);
      toast(gone === 1 ? "Step removed" : `${gone} steps removed`, undoing(ways.undo));
    },
    move: (id, slot) => put(moveTo(graph, id, slot), id),
    connect: (slot, to) => change(connect(graph, slot, to)),
    change: (step, field) => change(replaceStep(graph, step), `${step.id}.${field}`),
    setGraph: change,
  };
}
