"use client";

import "@xyflow/react/dist/base.css";
import { Background, BackgroundVariant, MiniMap, type NodeChange, ReactFlow, ReactFlowProvider } from "@xyflow/react";
import { useMemo, useRef, useState } from "react";
import { blocksOf } from "#domain/sequence/blocks.ts";
import type { Slot } from "#domain/sequence/edit.ts";
import { useBuilder } from "../step-acts.tsx";
import { CanvasControls } from "./canvas-controls.tsx";
import { type Card, EndNode, StepNode, TriggerNode } from "./cards.tsx";
import { cardsOf, type Figures, firstView, slotNear, waysOf } from "./drawing.ts";
import { layOut, triggerId } from "./layout.ts";
import { useReveal, useSteadyMiddle } from "./use-reveal.ts";
import { WayEdge } from "./way-edge.tsx";

const nodeTypes = { trigger: TriggerNode, step: StepNode, end: EndNode };
const edgeTypes = { way: WayEdge };

type Dragged = { id: string; x: number; y: number };

/** A sequence as a drawing: it lays itself out, and a step that is dragged onto a plus moves there. */
export function SequenceCanvas(props: { figures: Figures }) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ figures }: { figures: Figures }) {
  const { acts, shown } = useBuilder();
  const { graph, readOnly } = shown;
  const pane = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const layout = useMemo(() => layOut(blocksOf(graph)), [graph]);
  const dropSlot = dragged ? slotNear(layout, dragged) : null;
  const resting = useMemo(() => cardsOf(graph, layout, figures), [graph, layout, figures]);
  const cards = dragged
    ? resting.map((one) =>
        one.id === dragged.id ? { ...one, position: { x: dragged.x, y: dragged.y }, zIndex: 10 } : one,
      )
    : resting;
  const ways = useMemo(() => waysOf(graph, layout, dropSlot), [graph, layout, dropSlot]);
  useSteadyMiddle();
  useReveal(shown.selected, layout);
  const onNodesChange = (changes: NodeChange<Card>[]) => {
    for (const change of changes)
      if (change.type === "position" && change.dragging && change.position)
        setDragged({ id: change.id, ...change.position });
  };
  const drop = (id: string) => {
    setDragged(null);
    if (dropSlot) acts.move(id, dropSlot);
  };
  return (
    <div ref={pane} className="@container relative h-full w-full bg-canvas">
      <ReactFlow<Card, ReturnType<typeof waysOf>[number]>
        nodes={cards}
        edges={ways}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={(flow) => {
          const { width = 0, height = 0 } = pane.current?.getBoundingClientRect() ?? {};
          void flow.setViewport(firstView(layout.cards, { width, height }));
        }}
        onNodesChange={onNodesChange}
        onNodeDragStop={(_, node) => drop(node.id)}
        onConnect={({ source, sourceHandle, target }) => acts.connect(slotFrom(source, sourceHandle), target)}
        onPaneClick={() => acts.select(null)}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        nodeDragThreshold={6}
        minZoom={0.2}
        maxZoom={1.5}
        panOnScroll
        zoomOnDoubleClick={false}
        className="[--xy-attribution-background-color:transparent] [&_.react-flow\_\_attribution_a]:text-ink-faint!"
        aria-label="The sequence as a drawing"
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} color="var(--line-strong)" />
        <MiniMap
          pannable
          zoomable
          ariaLabel="Overview of the drawing"
          style={{ width: 132, height: 104 }}
          className="m-3! mb-5! hidden overflow-hidden rounded-lg border shadow-panel @2xl:block"
          bgColor="var(--surface)"
          maskColor="color-mix(in oklab, var(--sunken) 72%, transparent)"
          nodeColor={miniColor}
          nodeBorderRadius={10}
        />
        <CanvasControls layout={layout} />
      </ReactFlow>
    </div>
  );
}

function slotFrom(source: string, handle: string | null): Slot {
  return { stepId: source === triggerId ? null : source, branch: Number(handle ?? 0) };
}

function miniColor(node: Card): string {
  if (node.type === "end") return "transparent";
  if (node.type === "trigger") return "var(--ink)";
  return node.type === "step" && node.data.step.kind === "message" ? "var(--accent)" : "var(--line-strong)";
}
