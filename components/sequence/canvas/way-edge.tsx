"use client";

import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import type { Slot } from "#domain/sequence/edit.ts";
import { wayKey } from "#domain/sequence/trail.ts";
import { cn } from "../../ui/cn.ts";
import { SlotMenu } from "../slot-menu.tsx";
import { sameSlot, useBuilder } from "../step-acts.tsx";
import { nameDrop, plusDrop } from "./layout.ts";
import { wayPath } from "./way-path.ts";

export type Way = Edge<{ slot: Slot; lane: number; name: string | null; ends: boolean; dropHere: boolean }, "way">;

/** A way between two cards, with the name of its branch and a plus to put a step in between. */
export function WayEdge({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<Way>) {
  const { shown } = useBuilder();
  if (!data) return null;
  const { slot, lane, name, ends, dropHere } = data;
  const taken = shown.trail?.ways.has(wayKey(slot.stepId, slot.branch)) ?? false;
  const lit = dropHere || taken || sameSlot(shown.offered, slot);
  const at = (drop: number) => ({ transform: `translate(-50%, -50%) translate(${lane}px, ${sourceY + drop}px)` });
  return (
    <>
      <BaseEdge
        path={wayPath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, lane)}
        style={{
          stroke: lit ? "var(--accent)" : "var(--line-strong)",
          strokeWidth: lit ? 2 : 1.5,
          strokeDasharray: ends ? "3 4" : undefined,
        }}
      />
      <EdgeLabelRenderer>
        {name ? (
          <span
            style={at(nameDrop)}
            className="pointer-events-none absolute max-w-40 truncate rounded-full border bg-surface px-2 font-medium text-2xs text-ink-soft"
          >
            {name}
          </span>
        ) : null}
        {ends || shown.readOnly ? null : (
          <span style={at(plusDrop)} className={cn("pointer-events-auto absolute z-10", dropHere && "scale-150")}>
            <SlotMenu slot={slot} name={name ? `Insert a step into “${name}”` : "Insert a step here"} />
          </span>
        )}
      </EdgeLabelRenderer>
    </>
  );
}
