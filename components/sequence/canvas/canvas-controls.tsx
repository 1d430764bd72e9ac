"use client";

import { Panel, useReactFlow } from "@xyflow/react";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import type { Layout } from "./layout.ts";
import { motionMs } from "./use-reveal.ts";

export function CanvasControls({ layout }: { layout: Layout }) {
  const flow = useReactFlow();
  const controls = [
    { label: "Zoom in", icon: ZoomIn, act: () => flow.zoomIn({ duration: motionMs() }) },
    { label: "Zoom out", icon: ZoomOut, act: () => flow.zoomOut({ duration: motionMs() }) },
    {
      label: "Show all",
      icon: Maximize,
      act: () => flow.fitView({ nodes: layout.cards, padding: 0.12, maxZoom: 1, duration: motionMs() }),
    },
  ];
  return (
    <Panel position="bottom-left" className="!m-3 grid rounded-lg border bg-surface p-0.5 shadow-panel">
      {controls.map(({ label, icon: Icon, act }) => (
        <Button key={label} variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={() => void act()}>
          <Icon aria-hidden />
        </Button>
      ))}
    </Panel>
  );
}
