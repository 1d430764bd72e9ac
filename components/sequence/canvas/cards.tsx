"use client";

import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { Zap } from "lucide-react";
import type { Slot } from "#domain/sequence/edit.ts";
import type { StepFigures } from "#domain/sequence-draft.ts";
import { type GraphStep, leadsTo } from "#domain/sequence-graph.ts";
import { countText } from "../../result/chart-parts.tsx";
import { cn } from "../../ui/cn.ts";
import { figureWords, moneyWords } from "../figure-words.ts";
import { SlotMenu } from "../slot-menu.tsx";
import { standingLooks, standingOf, useBuilder } from "../step-acts.tsx";
import { CardFace } from "../step-card-face.tsx";
import { stepLooks } from "../step-look.ts";
import { branchNames, triggerText, wordsOf } from "../step-words.ts";
import { triggerId } from "./layout.ts";

export type TriggerCard = Node<{ entered: number | null }, "trigger">;
export type StepCard = Node<{ step: GraphStep; figures: StepFigures | null }, "step">;
export type EndCard = Node<{ slot: Slot }, "end">;
export type Card = TriggerCard | StepCard | EndCard;

const shape =
  "flex h-20 w-72 items-center rounded-xl border bg-surface px-3.5 shadow-panel transition-[border-color,box-shadow] hover:border-ink-faint/60 hover:shadow-popover focus-visible:outline-offset-3";
const chosen = "border-accent ring-2 ring-accent/25 hover:border-accent";
const knob =
  "!size-2 !min-h-0 !min-w-0 !border !border-line-strong !bg-surface opacity-0 transition-opacity group-hover:opacity-100";

export function TriggerNode({ data: { entered } }: NodeProps<TriggerCard>) {
  const { acts, shown } = useBuilder();
  const words = { title: triggerText(shown.graph.trigger), detail: "The sequence begins" };
  const faults = shown.faults.get(triggerId) ?? [];
  return (
    <div className="group">
      <button
        type="button"
        data-step={triggerId}
        aria-pressed={shown.selected === triggerId}
        aria-label={`Beginning: ${words.title}`}
        onClick={() => acts.select(triggerId)}
        className={cn(shape, shown.selected === triggerId && chosen, faults.length > 0 && "border-bad")}
      >
        <CardFace
          icon={Zap}
          tile="bg-ink text-canvas"
          {...words}
          faults={faults.length}
          footer={
            entered === null ? null : (
              <span className="tabular text-ink-soft text-xs">{countText(entered)} entered</span>
            )
          }
        />
      </button>
      <Handle type="source" id="0" position={Position.Bottom} isConnectable={!shown.readOnly} className={knob} />
    </div>
  );
}

export function StepNode({ data: { step, figures } }: NodeProps<StepCard>) {
  const { acts, shown } = useBuilder();
  const words = wordsOf(step, shown.graph, shown.names);
  const faults = shown.faults.get(step.id) ?? [];
  const ways = leadsTo(step);
  const standing = standingOf(shown, step.id);
  return (
    <div className="group">
      <Handle type="target" position={Position.Top} isConnectable={!shown.readOnly} className={knob} />
      <button
        type="button"
        data-step={step.id}
        aria-pressed={shown.selected === step.id}
        aria-label={spokenName(words.title, words.detail, [...faults, ...standingWords(standing)])}
        onClick={() => acts.select(step.id)}
        className={cn(
          shape,
          standing && standingLooks[standing],
          faults.length > 0 && "border-bad/70",
          shown.selected === step.id && (faults.length > 0 ? "border-bad ring-2 ring-bad/25" : chosen),
        )}
      >
        <CardFace
          {...stepLooks[step.kind]}
          {...words}
          faults={faults.length}
          footer={figures ? <Figures figures={figures} /> : null}
        />
      </button>
      {ways.map((_, branch) => (
        <Handle
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch is its place
          key={branch}
          type="source"
          id={String(branch)}
          position={Position.Bottom}
          isConnectable={!shown.readOnly}
          style={{ left: `${((branch + 1) / (ways.length + 1)) * 100}%` }}
          className={knob}
        />
      ))}
    </div>
  );
}

function Figures({ figures }: { figures: StepFigures }) {
  const [sent, , clicked] = figureWords(figures);
  const won = moneyWords(figures, true);
  return (
    <span className="tabular mt-0.5 flex gap-2 truncate text-ink-soft text-xs">
      <span>{sent?.text} sent</span>
      <span>{clicked?.text} clicked</span>
      {won ? <span className="truncate font-semibold text-good">{won}</span> : null}
    </span>
  );
}

export function EndNode({ data: { slot } }: NodeProps<EndCard>) {
  const { shown } = useBuilder();
  const step = shown.graph.steps.find(({ id }) => id === slot.stepId);
  const branch = branchNames(step)[slot.branch];
  return (
    <div className="grid size-7 place-items-center">
      <Handle type="target" position={Position.Top} isConnectable={false} className="!opacity-0" />
      {shown.readOnly ? (
        <span aria-hidden className="size-2 rounded-full bg-line-strong" />
      ) : (
        <SlotMenu slot={slot} large name={branch ? `Add a step to “${branch}”` : "Add a step here"} />
      )}
    </div>
  );
}

function standingWords(standing: ReturnType<typeof standingOf>): string[] {
  if (standing === "last") return ["The walk ended or stands here"];
  return standing === "passed" ? ["On the way"] : [];
}

/** What is read aloud of a card: title, line and problems as sentences. */
function spokenName(title: string, detail: string, faults: string[]): string {
  return [title, detail, ...faults].flatMap((text) => (text ? [`${text.replace(/\.$/, "")}.`] : [])).join(" ");
}
