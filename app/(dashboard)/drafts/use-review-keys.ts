"use client";

import { useEffect, useRef } from "react";

export type ReviewKeys = Partial<
  Record<
    | "next"
    | "previous"
    | "approve"
    | "edit"
    | "reject"
    | "undo"
    | "select"
    | "cluster"
    | "help"
    | "comment"
    | "search"
    | "stop"
    | "takeBack"
    | "back",
    () => void
  >
>;

const keys: Record<string, keyof ReviewKeys> = {
  ...{ j: "next", k: "previous", a: "approve", e: "edit", r: "reject", u: "undo", x: "select", A: "cluster" },
  ...{ "?": "help", c: "comment", "/": "search", s: "stop", t: "takeBack", Escape: "back" },
};
/** After `g` the shell takes the next key to lead elsewhere. */
const shellPatience = 1_200;

/** One key for each thing a reviewer does, unless somebody writes or a dialog is open. Moving repeats while a key is held. */
export function useReviewKeys(actions: ReviewKeys): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    let leavingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      const key = keys[event.key];
      const act = key && current.current[key];
      if (act && event.timeStamp > leavingUntil && (!event.repeat || key === "next" || key === "previous")) {
        event.preventDefault();
        event.stopPropagation();
        act();
      }
      leavingUntil = event.key === "g" ? event.timeStamp + shellPatience : 0;
    };
    // On the way down: the shell, whose help is of all the pages, listens on the way up.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, []);
}

/** Lets keys that were pressed inside a frame count as pressed on the page. */
export function passKeyOn(event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
  const passed = new KeyboardEvent("keydown", {
    key,
    shiftKey,
    ctrlKey,
    metaKey,
    altKey,
    repeat,
    bubbles: true,
    cancelable: true,
  });
  if (!document.body.dispatchEvent(passed)) event.preventDefault();
}

const unwritten = "[type=checkbox],[type=radio],[type=button],[type=submit]";

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target.matches("input, textarea, select") && !target.matches(unwritten);
}
