"use client";

import { GripVertical, TriangleAlert } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import type { Language } from "#domain/language.ts";
import type { Block, TemplateDocument } from "#domain/template-document/schema.ts";
import { envelopeText, textIn } from "#domain/template-document/texts.ts";
import { cn } from "../ui/cn.ts";
import { AddBlockMenu } from "./add-block-menu.tsx";
import { blockLabels, columnSides, documentFaultLabels } from "./block-labels.ts";
import { blockIcons } from "./block-look.ts";
import { faultsAt, useEditing } from "./editing.tsx";

/** The blocks from top to bottom. They are moved by dragging, and with Alt and the arrow keys. */
export function BlockList() {
  const { document, language, acts, readOnly } = useEditing();
  const [dragged, setDragged] = useState<string | null>(null);
  const drop = (place: number) => {
    const from = document.blocks.findIndex(({ id }) => id === dragged);
    if (dragged !== null && from >= 0 && from !== place) acts.move(dragged, place - from);
    setDragged(null);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <FixedLine id="envelope" label="Subject" said={subjectSaid(document, language)} />
      <ol aria-label="Blocks" className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
        {document.blocks.map((block, place) => (
          <li
            key={block.id}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={() => drop(place)}
            className={cn("rounded-md", dragged === block.id && "opacity-40")}
          >
            <BlockLine block={block} onDrag={readOnly ? null : setDragged} />
            {block.kind === "columns" ? <Inside block={block} /> : null}
          </li>
        ))}
      </ol>
      <FixedLine id="footer" label="Footer" said="Address and unsubscribe, always there" />
      {readOnly ? null : <AddBlockMenu place={document.blocks.length} />}
    </div>
  );
}

function Inside({ block }: { block: Extract<Block, { kind: "columns" }> }) {
  const { readOnly } = useEditing();
  return (["left", "right"] as const).map((side) => (
    <section key={side} aria-label={columnSides[side]} className="ml-6 border-l pl-1.5">
      <h3 className="px-2 pt-1 text-2xs text-ink-faint">{columnSides[side]}</h3>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
        {block[side].map((inner) => (
          <li key={inner.id}>
            <BlockLine block={inner} onDrag={null} />
          </li>
        ))}
      </ol>
      {readOnly ? null : <AddBlockMenu inside={{ id: block.id, side }} />}
    </section>
  ));
}

function BlockLine({ block, onDrag }: { block: Block; onDrag: ((id: string | null) => void) | null }) {
  const editing = useEditing();
  const { acts, selected, shown, readOnly } = editing;
  const faults = faultsAt(editing, block.id);
  const hidden = shown !== null && !shown.has(block.id);
  const Icon = blockIcons[block.kind];
  const keys = (event: KeyboardEvent) => {
    if (readOnly) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && by) acts.move(block.id, by);
    else if (event.key === "Delete") acts.remove(block.id);
    else return;
    event.preventDefault();
  };
  const drag = onDrag && {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      onDrag(block.id);
    },
    onDragEnd: () => onDrag(null),
  };
  return (
    <button
      type="button"
      id={`line-${block.id}`}
      aria-current={selected === block.id || undefined}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
      onClick={() => acts.select(block.id)}
      onKeyDown={keys}
      {...drag}
      className={cn(
        "group flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm transition-colors hover:bg-hover",
        selected === block.id && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{blockLabels[block.kind]}</span>
        <span className="block truncate text-ink-faint text-xs">
          {hidden ? "Not with this cart" : said(block, editing)}
        </span>
      </span>
      {faults.length > 0 ? (
        <TriangleAlert
          role="img"
          aria-label={faults.map(({ fault }) => documentFaultLabels[fault]).join(". ")}
          className="size-3.5 shrink-0 text-bad"
        />
      ) : null}
      {onDrag ? <GripVertical aria-hidden className="size-3.5 shrink-0 cursor-grab text-ink-faint" /> : null}
    </button>
  );
}

const subjectSaid = (document: TemplateDocument, language: Language) =>
  envelopeText(document, "subject", language) ?? "The writer's";

/** What is in every message, above or below its blocks. */
function FixedLine({ id, label, said }: { id: "footer" | "envelope"; label: string; said: string }) {
  const { acts, selected } = useEditing();
  return (
    <button
      type="button"
      aria-current={selected === id || undefined}
      onClick={() => acts.select(id)}
      className={cn(
        "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover",
        id === "footer" && "border-t",
        selected === id && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <span className="shrink-0 font-medium">{label}</span>
      <span className="truncate text-ink-faint text-xs">{said}</span>
    </button>
  );
}

function said(block: Block, { document, language }: ReturnType<typeof useEditing>): string {
  const words = (texts: Parameters<typeof textIn>[0]) => textIn(texts, language, document.language).text;
  switch (block.kind) {
    case "heading":
      return block.text ? words(block.text) : "The writer's";
    case "paragraph":
      return words(block.text);
    case "button":
      return block.label ? words(block.label) : "The writer's";
    case "picture":
      return words(block.alt);
    case "spacer":
      return `${block.height} px`;
    default:
      return "";
  }
}
