import { CircleSlash, CircleStop, Flag, Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import type { ReplaySend } from "#domain/sequence/dry-run.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { TraceEntry } from "#domain/sequence/walk-through.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { stepLooks } from "../sequence/step-look.ts";
import type { Names } from "../sequence/step-words.ts";
import { cn } from "../ui/cn.ts";
import { formatTime } from "../ui/time.tsx";
import { stepIdOf, traceWords } from "./trace-words.ts";

type Props = {
  trace: TraceEntry[];
  sends: ReplaySend[];
  graph: SequenceGraph;
  names: Names;
  zone: string;
  startedAt: Date;
  begin: { title: string; reason: string };
  selected: string | null;
  onSelect: (stepId: string) => void;
  preview: (send: ReplaySend) => ReactNode;
};

/** A walk from top to bottom: each decision with its moment where the shopper lives, and its reason. */
export function TraceList(props: Props) {
  const { trace, graph, names, sends, zone, selected, onSelect } = props;
  return (
    <ol aria-label="What would happen" className="grid">
      <Entry
        icon={<Flag />}
        at={props.startedAt}
        zone={zone}
        words={{ ...props.begin, until: null }}
        strong
        last={trace.length === 0}
      />
      {trace.map((entry, place) => {
        const stepId = stepIdOf(entry);
        const step = stepOf(graph, stepId);
        const Icon =
          entry.kind === "stopped"
            ? CircleSlash
            : entry.kind === "postponed"
              ? Hourglass
              : step
                ? stepLooks[step.kind].icon
                : CircleStop;
        const isSend = entry.kind === "done" && entry.action.kind === "send";
        const sent = isSend ? sends.find((one) => one.stepId === stepId) : undefined;
        return (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: a decision is its place in the walk
            key={place}
            icon={<Icon />}
            at={entry.at}
            zone={zone}
            words={traceWords(entry, { graph, names, sends })}
            strong={isSend || entry.kind === "stopped"}
            last={place === trace.length - 1}
            chosen={stepId !== null && stepId === selected}
            onSelect={step ? () => onSelect(step.id) : null}
          >
            {sent ? props.preview(sent) : null}
          </Entry>
        );
      })}
    </ol>
  );
}

type EntryProps = {
  icon: ReactNode;
  at: Date;
  zone: string;
  words: { title: string; reason: string; until: Date | null };
  strong: boolean;
  last: boolean;
  chosen?: boolean;
  onSelect?: (() => void) | null;
  children?: ReactNode;
};

function Entry({ icon, at, zone, words, strong, last, chosen = false, onSelect = null, children }: EntryProps) {
  const title = <span className={cn("font-medium", strong ? "text-ink" : "text-ink-soft")}>{words.title}</span>;
  return (
    <li className={cn("relative flex gap-3 px-4 py-2", chosen && "bg-accent-soft")}>
      {last ? null : (
        <span aria-hidden className="absolute top-8 bottom-[-0.5rem] left-[1.6875rem] w-px bg-line-strong" />
      )}
      <span
        aria-hidden
        className={cn(
          "relative mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border bg-surface text-ink-faint [&_svg]:size-3",
          strong && "border-transparent bg-accent-soft text-accent",
        )}
      >
        {icon}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5 text-sm">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          {onSelect ? (
            <button type="button" onClick={onSelect} className="rounded-sm text-left hover:underline">
              {title}
            </button>
          ) : (
            title
          )}
          <time dateTime={at.toISOString()} className="tabular text-ink-faint text-xs">
            {formatTime(at, zone, "full")}
          </time>
        </div>
        <p className="text-ink-soft text-xs [overflow-wrap:anywhere]">
          {words.reason}
          {words.until ? ` Until ${formatTime(words.until, zone, "full")}.` : ""}
        </p>
        {children}
      </div>
    </li>
  );
}
