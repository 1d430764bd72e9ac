"use client";

import { Redo2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { TextLink } from "./link.tsx";

/** The line above something that is edited as a whole: where it hangs, its name and state, and what can be done with it. */
export function DocumentBar(props: {
  above: { href: string; label: string };
  name: string;
  state: ReactNode;
  /** How it is looked at, before undo and redo. */
  view: ReactNode;
  undo: (() => void) | null;
  redo: (() => void) | null;
  besideRedo?: ReactNode;
  actions: ReactNode;
}) {
  return (
    <header className="z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b bg-surface px-4 py-2.5">
      <div className="min-w-0">
        <p className="text-ink-faint text-xs">
          <TextLink href={props.above.href}>{props.above.label}</TextLink>
        </p>
        <h1 className="flex flex-wrap items-center gap-2.5 font-semibold text-lg tracking-tight">
          <span className="truncate">{props.name}</span>
          {props.state}
        </h1>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {props.view}
        <span className="flex">
          <Button variant="ghost" size="icon" aria-label="Undo" disabled={!props.undo} onClick={() => props.undo?.()}>
            <Undo2 />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Redo" disabled={!props.redo} onClick={() => props.redo?.()}>
            <Redo2 />
          </Button>
          {props.besideRedo}
        </span>
        {props.actions}
      </div>
    </header>
  );
}
