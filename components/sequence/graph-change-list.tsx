import { Minus, PenLine, Plus } from "lucide-react";
import type { GraphChanges } from "#domain/sequence/compare.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { cn } from "../ui/cn.ts";
import { type Names, wordsOf } from "./step-words.ts";

const fieldNames: Record<GraphChanges["fields"][number], string> = {
  trigger: "What it begins with",
  entry: "Who may enter",
  exits: "What ends it early",
  start: "The first step",
};

const looks = {
  added: { icon: Plus, style: "text-good", word: "New" },
  removed: { icon: Minus, style: "text-bad", word: "Gone" },
  changed: { icon: PenLine, style: "text-warn", word: "Changed" },
};

/** What the draft has otherwise than a version, step by step. */
export function GraphChangeList(props: {
  changes: GraphChanges;
  older: SequenceGraph;
  newer: SequenceGraph;
  names: Names;
}) {
  const { changes, older, newer, names } = props;
  const told = (id: string, graph: SequenceGraph) => {
    const step = stepOf(graph, id);
    const words = step ? wordsOf(step, graph, names) : { title: id, detail: "" };
    return words.detail ? `${words.title} (${words.detail})` : words.title;
  };
  const lines = [
    ...changes.fields.map((field) => ({ key: field, kind: "changed" as const, text: fieldNames[field], was: null })),
    ...changes.added.map((id) => ({ key: id, kind: "added" as const, text: told(id, newer), was: null })),
    ...changes.removed.map((id) => ({ key: id, kind: "removed" as const, text: told(id, older), was: null })),
    ...changes.changed.map((id) => {
      const [text, was] = [told(id, newer), told(id, older)];
      return { key: id, kind: "changed" as const, text: text === was ? `${text}: other ways or settings` : text, was };
    }),
  ];
  return (
    <ul aria-label="Changes" className="grid gap-1.5 border-t pt-2">
      {lines.map(({ key, kind, text, was }) => {
        const { icon: Icon, style, word } = looks[kind];
        return (
          <li key={key} className="grid grid-cols-[auto_1fr] gap-2">
            <Icon role="img" aria-label={word} className={cn("mt-0.5 size-3.5", style)} />
            <span>
              {text}
              {was !== null && !text.startsWith(was) ? (
                <span className="block text-ink-faint text-xs">was: {was}</span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
