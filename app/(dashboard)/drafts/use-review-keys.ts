"use client";

import { useEffect } from "react";

export type ReviewKeys = {
  next: () => void;
  previous: () => void;
  approve: () => void;
  edit: () => void;
  reject: () => void;
};

const keys: Record<string, keyof ReviewKeys> = { j: "next", k: "previous", a: "approve", e: "edit", r: "reject" };
/** After `g` the shell takes the next key to lead elsewhere. */
const shellPatience = 1_200;

/** One key for each thing a reviewer does, unless somebody writes or a dialog is open. */
export function useReviewKeys(actions: ReviewKeys): void {
  useEffect(() => {
    let leavingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      const action = keys[event.key];
      if (action && event.timeStamp > leavingUntil) {
        event.preventDefault();
        actions[action]();
      }
      leavingUntil = event.key === "g" ? event.timeStamp + shellPatience : 0;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [actions]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
