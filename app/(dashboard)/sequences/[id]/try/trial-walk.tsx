"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useState } from "react";
import { SequenceOutline } from "#components/sequence/outline/sequence-outline.tsx";
import { BuilderProvider, type StepActs } from "#components/sequence/step-acts.tsx";
import type { Names } from "#components/sequence/step-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TraceList } from "#components/walk/trace-list.tsx";
import { stepIdOf } from "#components/walk/trace-words.ts";
import type { ReplaySend } from "#domain/sequence/dry-run.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import { trailOf } from "#domain/sequence/trail.ts";
import type { Trial } from "#domain/sequence/trial.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { StepPreview } from "../step-preview.tsx";

const SequenceCanvas = dynamic(
  () => import("#components/sequence/canvas/sequence-canvas.tsx").then((module) => module.SequenceCanvas),
  { ssr: false, loading: () => <Skeleton className="m-6 h-96" /> },
);

const nothing = () => {};
const none = { entered: null, steps: new Map() };

type Props = {
  trial: Trial;
  graph: SequenceGraph;
  names: Names;
  cartId: string | null;
  example: { cart: string; language: string } | null;
};

/** The walk as a list of decisions, and on the drawing. */
export function TrialWalk({ trial, graph, names, cartId, example }: Props) {
  const [selected, select] = useState<string | null>(null);
  const [view, setView] = useState<"canvas" | "list">("canvas");
  useEffect(() => {
    if (window.matchMedia("(max-width: 47.99rem)").matches) setView("list");
  }, []);
  const trail = useMemo(() => {
    const last = trial.trace.at(-1);
    const finished = last?.kind === "done" && last.action.kind === "finished";
    return trailOf(
      graph,
      trial.trace.flatMap((entry) => stepIdOf(entry) ?? []),
      finished,
    );
  }, [trial, graph]);
  const acts: StepActs = {
    ...{ select, insert: nothing, paste: nothing, copy: nothing, remove: nothing, move: nothing, connect: nothing },
    ...{ change: nothing, setGraph: nothing, offer: nothing },
  };
  const shown = { graph, names, selected, offered: null, faults: new Map(), readOnly: true, mayPaste: false, trail };
  const preview = (send: ReplaySend) => <MessagePreview send={send} graph={graph} example={example} cartId={cartId} />;
  return (
    <div className="grid min-w-0 items-start gap-5 xl:grid-cols-2">
      <Panel className="pb-3">
        <PanelHeader title="Decision by decision" description={`Times are the shopper's own: ${trial.timeZone}.`} />
        <TraceList
          {...{ graph, names, selected }}
          trace={trial.trace}
          sends={trial.sends}
          zone={trial.timeZone}
          startedAt={trial.startedAt}
          begin={{
            title: "Enters the sequence",
            reason: "The cart counts as abandoned, and nothing speaks against writing.",
          }}
          onSelect={select}
          preview={preview}
        />
      </Panel>
      <Panel>
        <PanelHeader
          title="On the sequence"
          actions={
            <Segmented
              label="View"
              value={view}
              onChange={setView}
              options={[
                { value: "canvas", label: "Canvas" },
                { value: "list", label: "List" },
              ]}
            />
          }
        />
        <BuilderProvider value={{ acts, shown }}>
          <div className={view === "canvas" ? "h-[36rem]" : ""}>
            {view === "canvas" ? <SequenceCanvas figures={none} /> : <SequenceOutline figures={none} />}
          </div>
        </BuilderProvider>
      </Panel>
    </div>
  );
}

type PreviewProps = Pick<Props, "graph" | "cartId" | "example"> & { send: ReplaySend };

/** The message with words of the scripted writer, on the cart itself or, for a made-up one, on one of the newest. */
function MessagePreview({ send, graph, cartId, example }: PreviewProps) {
  const [open, setOpen] = useState(false);
  const step = stepOf(graph, send.stepId);
  if (step?.kind !== "message" || !step.template || !example) return null;
  return (
    <div className="mt-1 grid gap-2">
      <Button
        size="sm"
        variant="link"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="justify-self-start"
      >
        {open ? "Hide the message" : "Show the message"}
      </Button>
      {open ? (
        <>
          {cartId ? null : (
            <p className="text-ink-faint text-xs">Shown on one of the newest carts, because this one is made up.</p>
          )}
          <StepPreview template={step.template} language={example.language} cart={cartId ?? example.cart} />
        </>
      ) : null}
    </div>
  );
}
