"use client";

import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { card, type Layout } from "./layout.ts";

const margin = 24;

export function motionMs(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220;
}

/** Keeps what is in the middle there when the panel takes or gives back room. */
export function useSteadyMiddle(): void {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const before = useRef(width);
  useEffect(() => {
    const moved = before.current === 0 ? 0 : (width - before.current) / 2;
    before.current = width;
    if (moved === 0) return;
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({ x: x + moved, y, zoom });
  }, [width, flow]);
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
