"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useEffect, useRef } from "react";
import type { SequenceRow } from "#domain/rows.ts";
import { cn } from "../ui/cn.ts";

/** A sequence's place, with what moves it: a grip for the mouse, two buttons for keys and fingers. */
export function PlaceCell(props: {
  row: SequenceRow;
  index: number;
  count: number;
  /** From 0; -1 without one. */
  place: number;
  busy: boolean;
  onMove: ((id: string, to: number) => void) | null;
  onDrag: () => void;
}) {
  const { row, index, count, place, onMove } = props;
  const pressed = useRef<HTMLButtonElement>(null);
  // A row that is moved in the page loses the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the move that takes the focus away.
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [index]);
  const shown = place < 0 ? "–" : place + 1;
  if (!onMove) return <span className="tabular-nums">{shown}</span>;
  const button = (to: number, label: string, Icon: typeof ArrowUp) => (
    <button
      type="button"
      aria-label={`${label} ‘${row.name}’`}
      aria-disabled={to < 0 || to >= count || props.busy}
      onClick={(event) => {
        if (to < 0 || to >= count || props.busy) return;
        pressed.current = event.currentTarget;
        onMove(row.id, to);
      }}
      className={cn(
        "grid size-6 place-items-center rounded-sm text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-9",
        (to < 0 || to >= count) && "opacity-35",
      )}
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
  return (
    <span className="relative z-1 flex items-center gap-0.5">
      <span
        aria-hidden
        draggable
        onDragStart={props.onDrag}
        className="hidden cursor-grab text-ink-faint sm:pointer-fine:block"
      >
        <GripVertical className="size-4" />
      </span>
      <span className="min-w-4 text-center tabular-nums">{shown}</span>
      {button(index - 1, "Move up", ArrowUp)}
      {button(index + 1, "Move down", ArrowDown)}
    </span>
  );
}
