"use client";

import { CircleHelp, List, Workflow } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { DocumentBar } from "../ui/document-bar.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { type SequenceState, sequenceStateLabels, sequenceStateTones } from "./state-labels.ts";

export type BuilderView = "canvas" | "list";

/** The line above a sequence: what it is called, whether it is live and saved, and what can be done with the whole. */
export function BuilderBar(props: {
  name: string;
  state: SequenceState;
  saved: ReactNode;
  view: BuilderView;
  onView: (view: BuilderView) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  onHelp: () => void;
  actions: ReactNode;
}) {
  return (
    <DocumentBar
      above={{ href: "/sequences", label: "Sequences" }}
      name={props.name}
      state={
        <>
          <Badge tone={sequenceStateTones[props.state]}>{sequenceStateLabels[props.state]}</Badge>
          {props.saved}
        </>
      }
      view={
        <Segmented
          label="View"
          value={props.view}
          onChange={props.onView}
          options={[
            { value: "canvas", label: <Workflow />, name: "Canvas" },
            { value: "list", label: <List />, name: "List" },
          ]}
        />
      }
      undo={props.undo}
      redo={props.redo}
      besideRedo={
        <Button variant="ghost" size="icon" aria-label="Keys" onClick={props.onHelp}>
          <CircleHelp />
        </Button>
      }
      actions={props.actions}
    />
  );
}
