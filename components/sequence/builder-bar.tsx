"use client";

import { CircleHelp, List, Redo2, Undo2, Workflow } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Segmented } from "../ui/segmented.tsx";

export type BuilderView = "canvas" | "list";

/** The line above a sequence: what it is called, whether it is live and saved, and what can be done with the whole. */
export function BuilderBar(props: {
  name: string;
  live: boolean;
  saved: ReactNode;
  view: BuilderView;
  onView: (view: BuilderView) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  onHelp: () => void;
  actions: ReactNode;
}) {
  return (
    <header className="z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b bg-surface px-4 py-2.5">
      <div className="min-w-0">
        <p className="text-ink-faint text-xs">
          <TextLink href="/sequences">Sequences</TextLink>
        </p>
        <h1 className="flex flex-wrap items-center gap-2.5 font-semibold text-lg tracking-tight">
          <span className="truncate">{props.name}</span>
          <Badge tone={props.live ? "good" : "neutral"}>{props.live ? "Live" : "Not live"}</Badge>
          {props.saved}
        </h1>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="View"
          value={props.view}
          onChange={props.onView}
          options={[
            { value: "canvas", label: <Workflow />, name: "Canvas" },
            { value: "list", label: <List />, name: "List" },
          ]}
        />
        <span className="flex">
          <Button variant="ghost" size="icon" aria-label="Undo" disabled={!props.undo} onClick={() => props.undo?.()}>
            <Undo2 />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Redo" disabled={!props.redo} onClick={() => props.redo?.()}>
            <Redo2 />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Keys" onClick={props.onHelp}>
            <CircleHelp />
          </Button>
        </span>
        {props.actions}
      </div>
    </header>
  );
}
