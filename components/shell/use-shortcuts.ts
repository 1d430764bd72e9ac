"use client";

import { useEffect } from "react";
import { destinations } from "./navigation.ts";

const patience = 1200;

/** `g` and a letter lead to a place, `?` shows them all. Quiet while somebody writes, and under a dialog. */
export function useShortcuts(actions: { go: (href: string) => void; help: () => void }): void {
  useEffect(() => {
    let armedUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      if (event.key === "?") return actions.help();
      if (event.key === "g") {
        armedUntil = event.timeStamp + patience;
        return;
      }
      const place = destinations.find(({ key }) => key === event.key);
      if (place && event.timeStamp < armedUntil) {
        event.preventDefault();
        actions.go(place.href);
      }
      armedUntil = 0;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [actions]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
