"use client";

import { type KeyboardEvent, type RefObject, useEffect } from "react";
import type { StepActs } from "#components/sequence/step-acts.tsx";
import { type Arrow, earlierSlot, laterSlot, slotBefore, walkTo } from "#components/sequence/walk-keys.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import type { Focus } from "./use-step-acts.ts";

type Keys = {
  graph: SequenceGraph;
  acts: StepActs;
  undo: () => void;
  redo: () => void;
  help: () => void;
  edit: (id: string) => void;
};

const arrows: readonly string[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const isArrow = (key: string): key is Arrow => arrows.includes(key);

/** Every act by key. Quiet while somebody writes; the arrows walk from the card that has the focus. */
export function keyHandler(keys: Keys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || isWriting(event.target)) return;
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-step]") : null;
    const done = withCommand(event, card?.dataset.step ?? null, keys) || plain(event, card?.dataset.step ?? null, keys);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
  };
}

function withCommand(event: KeyboardEvent, id: string | null, { graph, acts, undo, redo }: Keys): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const key = event.key.toLowerCase();
  if (key === "z") (event.shiftKey ? redo : undo)();
  else if (key === "y") redo();
  else if (key === "c" && stepOf(graph, id)) acts.copy(id ?? "");
  else if (key === "v") acts.paste(slotAfter(graph, id));
  else return false;
  return true;
}

function plain(event: KeyboardEvent, id: string | null, keys: Keys): boolean {
  const { graph, acts } = keys;
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === "?") keys.help();
  else if (id === null) return false;
  else if (event.altKey && stepOf(graph, id) && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    const slot = event.key === "ArrowUp" ? earlierSlot(graph, id) : laterSlot(graph, id);
    if (slot) acts.move(id, slot);
  } else if (isArrow(event.key)) go(graph, walkTo(graph, id, event.key), acts);
  else if (event.key === "Enter" && !isEnd(id)) keys.edit(id);
  else if ((event.key === "Delete" || event.key === "Backspace") && stepOf(graph, id)) {
    const above = slotBefore(graph, id)?.stepId ?? "trigger";
    acts.remove(id);
    acts.select(above);
  } else if (event.key === "n") acts.offer(slotAfter(graph, id));
  else return false;
  return true;
}

const isEnd = (id: string) => id.startsWith("end:");

/** The place behind a card: its first branch, or the branch's end where that has the focus. */
function slotAfter(graph: SequenceGraph, id: string | null) {
  if (id && isEnd(id)) return slotBefore(graph, id) ?? { stepId: null, branch: 0 };
  return { stepId: stepOf(graph, id)?.id ?? null, branch: 0 };
}

function go(graph: SequenceGraph, id: string | null, acts: StepActs): void {
  if (id === null) return;
  if (stepOf(graph, id) || id === "trigger") acts.select(id);
  else focusCard(id);
}

export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`)?.focus({ preventScroll: id !== "trigger" });
}

/** Moves the focus to a card, or into its panel, once that is drawn. */
export function useCardFocus({ id, inPanel, count }: Focus, panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (count === 0) return;
    const frame = requestAnimationFrame(() => (inPanel ? focusFirst(panel.current) : focusCard(id)));
    return () => cancelAnimationFrame(frame);
  }, [id, inPanel, count, panel]);
}

function focusFirst(panel: HTMLElement | null): void {
  panel?.querySelector<HTMLElement>("fieldset input, fieldset select, fieldset textarea, fieldset button")?.focus();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
