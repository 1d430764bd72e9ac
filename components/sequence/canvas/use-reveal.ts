"use client";

import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { card, type Layout } from "./layout.ts";

const margin = 24;

export function motionMs(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220;
}

/** Brings the selected card into sight, when it is out of it. */
export function useReveal(selected: string | null, layout: Layout): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const placed = layout.cards.find(({ id }) => id === selected);
    if (!placed) return;
    const { width, height, transform } = store.getState();
    const [x, y, zoom] = transform;
    const left = placed.x * zoom + x;
    const top = placed.y * zoom + y;
    const seen =
      left > margin &&
      top > margin &&
      left + card.width * zoom < width - margin &&
      top + card.height * zoom < height - margin;
    if (seen || width === 0) return;
    void flow.setCenter(placed.x + card.width / 2, placed.y + card.height / 2, { zoom, duration: motionMs() });
  }, [selected, layout, flow, store]);
}
