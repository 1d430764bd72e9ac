"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const panes = ["list", "message", "facts"] as const;
export type Pane = (typeof panes)[number];

/** Which column a narrow screen shows. Going deeper is a step of the browser's history, so that its way back works too. */
export function usePanes(first: Pane) {
  const [pane, setPane] = useState<Pane>(first);
  const depth = useRef(0);
  useEffect(() => {
    const onPop = (event: PopStateEvent) => {
      const state: unknown = event.state;
      const asked = typeof state === "object" && state !== null && "pane" in state ? state.pane : "list";
      depth.current = Math.max(0, depth.current - 1);
      setPane(panes.find((known) => known === asked) ?? "list");
    };
    window.addEventListener("popstate", onPop);
    return () => window.removeEventListener("popstate", onPop);
  }, []);
  const go = useCallback((next: Pane) => {
    setPane(next);
    if (!window.matchMedia("(max-width: 1023px)").matches) return;
    depth.current += 1;
    window.history.pushState({ pane: next }, "", window.location.href);
  }, []);
  const back = useCallback(() => {
    if (depth.current > 0) window.history.back();
    else setPane((now) => (now === "facts" ? "message" : "list"));
  }, []);
  return { pane, go, back };
}
