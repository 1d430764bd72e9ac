"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useMemo, useRef, useState } from "react";
import { OversightBanner } from "#components/policy/oversight-banner.tsx";
import { BuilderBar, type BuilderView } from "#components/sequence/builder-bar.tsx";
import { figuresByStep } from "#components/sequence/canvas/drawing.ts";
import { ConflictNotice } from "#components/sequence/conflict-notice.tsx";
import { FaultList } from "#components/sequence/fault-list.tsx";
import { BuilderKeysDialog } from "#components/sequence/keys-dialog.tsx";
import { SequenceOutline } from "#components/sequence/outline/sequence-outline.tsx";
import { StepPanel } from "#components/sequence/panel/step-panel.tsx";
import { SaveState } from "#components/sequence/save-state.tsx";
import { sequenceState } from "#components/sequence/state-labels.ts";
import { BuilderProvider } from "#components/sequence/step-acts.tsx";
import type { Names } from "#components/sequence/step-words.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { SavedSegment } from "#domain/segment-view.ts";
import { compareGraphs } from "#domain/sequence/compare.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import { messageSteps, type SequenceGraph } from "#domain/sequence-graph.ts";
import type { SequenceView } from "#domain/sequence-view.ts";
import { BuilderActions } from "./builder-actions.tsx";
import { faultsByStep, faultsOf } from "./faults.ts";
import { PanelPlace } from "./panel-place.tsx";
import { figuresQuery, type LiveFigures, sequenceQuery } from "./queries.ts";
import { StepPreview } from "./step-preview.tsx";
import { focusCard, keyHandler, useCardFocus } from "./use-builder-keys.ts";
import { useDraft } from "./use-draft.ts";
import { useStepActs } from "./use-step-acts.ts";
import { graphOf } from "./version-graph.ts";

const SequenceCanvas = dynamic(
  () => import("#components/sequence/canvas/sequence-canvas.tsx").then((module) => module.SequenceCanvas),
  { ssr: false, loading: () => <Skeleton className="m-6 h-96" /> },
);

export type BuilderProps = {
  first: SequenceView;
  draft: SequenceDraft;
  /** Steps that went back to gated by themselves, and that nobody has lifted. */
  demoted: number;
  figures: LiveFigures;
  names: Names;
  segments: SavedSegment[];
  rules: string;
  zone: string;
  currency: string;
  example: { language: string; cart: string } | null;
  readOnly: boolean;
};

/** One sequence: its drawing or its list, the panel of the chosen step, and what can be done with the whole. */
export function SequenceBuilder(props: BuilderProps) {
  const { names, zone, readOnly } = props;
  const { data: view } = useQuery({ ...sequenceQuery(props.first.id), initialData: props.first });
  const { data: live } = useQuery({ ...figuresQuery(view.id), initialData: props.figures });
  const draft = useDraft(props.draft, !readOnly);
  const { graph, history, act } = draft;
  const { acts, edit, selected, offered, focus, mayPaste } = useStepActs(graph, act, readOnly);
  const [chosenView, setView] = useView();
  const [help, setHelp] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const found = useMemo(() => faultsOf(graph, names), [graph, names]);
  const faults = useMemo(() => faultsByStep(found), [found]);
  const figures = useMemo(() => {
    const version = view.versions.find(({ id }) => id === live.versionId);
    const steps = version ? figuresByStep(graphOf(version), live.steps) : new Map();
    return { entered: version ? version.enrolled : null, steps };
  }, [view, live]);
  useCardFocus(focus, panel);
  const shown = { graph, names, selected, offered, faults, readOnly, mayPaste };
  const step = stepOf(graph, selected);
  const undo = () => act({ kind: "undo" });
  const redo = () => act({ kind: "redo" });
  const close = () => {
    const was = selected;
    acts.select(null);
    if (was) focusCard(was);
  };
  return (
    <BuilderProvider value={{ acts, shown }}>
      <div
        role="application"
        aria-label="Builder"
        className="flex h-[calc(100dvh-3.25rem)] flex-col lg:h-dvh"
        onKeyDown={keyHandler({ graph, acts, undo, redo, edit, help: () => setHelp(true) })}
      >
        <BuilderBar
          name={view.name}
          state={sequenceState({ isLive: view.liveVersionId !== null, pausedAt: view.pausedAt })}
          saved={
            readOnly ? null : (
              <SaveState kind={draft.saving.kind} at={"at" in draft.saving ? draft.saving.at : null} zone={zone} />
            )
          }
          view={chosenView}
          onView={setView}
          undo={history.past.length > 0 ? undo : null}
          redo={history.future.length > 0 ? redo : null}
          onHelp={() => setHelp(true)}
          actions={
            <>
              <FaultList faults={found} onGo={acts.select} />
              <BuilderActions
                {...{ view, graph, zone, readOnly, names }}
                faulty={found.length > 0}
                saveNow={draft.saveNow}
                onTake={acts.setGraph}
              />
            </>
          }
        />
        {props.demoted > 0 ? <OversightBanner id={view.id} demoted={props.demoted} /> : null}
        {draft.saving.kind === "conflict" ? (
          <ConflictNotice
            theirs={draft.saving.theirs}
            changes={changesIn(graph, draft.saving.theirs.graph)}
            zone={zone}
            onKeep={takeSide(draft)}
          />
        ) : null}
        <div className="flex min-h-0 flex-1">
          <div className="min-w-0 flex-1 overflow-y-auto">
            {chosenView === "canvas" ? <SequenceCanvas figures={figures} /> : <SequenceOutline figures={figures} />}
          </div>
          <PanelPlace open={selected !== null} onClose={close} innerRef={panel}>
            <StepPanel
              basis={{
                ...{ currency: props.currency, segments: props.segments },
                messageIds: messageSteps(graph).map(({ id }) => id),
              }}
              rules={props.rules}
              figures={figures.steps.get(selected ?? "") ?? null}
              preview={
                props.example && step?.kind === "message" && step.template ? (
                  <StepPreview template={step.template} {...props.example} />
                ) : null
              }
              testHref={(stepId) => `/experiments/new?sequence=${view.id}&step=${encodeURIComponent(stepId)}`}
              onClose={close}
            />
          </PanelPlace>
        </div>
        <BuilderKeysDialog open={help} onOpenChange={setHelp} />
      </div>
    </BuilderProvider>
  );
}

function changesIn(mine: SequenceGraph, theirs: SequenceGraph): string {
  const { added, removed, changed } = compareGraphs(mine, theirs);
  const counts = [`${added.length} more`, `${removed.length} fewer`, `${changed.length} changed`];
  const said = counts.filter((text) => !text.startsWith("0 "));
  return said.length > 0 ? `steps: ${said.join(", ")}` : "";
}

function takeSide({ saving, settle }: ReturnType<typeof useDraft>) {
  return (keep: "mine" | "theirs") => {
    if (saving.kind === "conflict") settle(saving.theirs, keep);
  };
}

/** The drawing where there is room for it, the list on a phone, until somebody chooses. */
function useView() {
  const [chosen, setChosen] = useState<BuilderView>("canvas");
  useEffect(() => {
    if (window.matchMedia("(max-width: 47.99rem)").matches) setChosen("list");
  }, []);
  return [chosen, setChosen] as const;
}
