"use client";

import { RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { compareGraphs } from "#domain/sequence/compare.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import type { PublicationView, SequenceVersionView } from "#domain/sequence-view.ts";
import { countText } from "../result/chart-parts.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { Sheet, SheetContent } from "../ui/sheet.tsx";
import { Time } from "../ui/time.tsx";
import { GraphChangeList } from "./graph-change-list.tsx";
import { PublicationList } from "./publication-list.tsx";
import type { Names } from "./step-words.ts";

type Version = SequenceVersionView & { graph: SequenceGraph };

/** Every version with what is otherwise in the draft, and the way back to it. */
export function VersionsSheet(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  current: SequenceGraph;
  names: Names;
  zone: string;
  versions: Version[];
  publications: PublicationView[];
  liveVersionId: string | null;
  onRestore: ((graph: SequenceGraph) => void) | null;
  /** Who still walks an earlier version. */
  children?: ReactNode;
}) {
  return (
    <Sheet open={props.open} onOpenChange={props.onOpenChange}>
      <SheetContent title="Versions and changes">
        <div className="grid gap-6">
          {props.children}
          <ul className="grid gap-3">
            {props.versions.map((version) => (
              <VersionLine
                key={version.id}
                {...props}
                version={version}
                live={version.id === props.liveVersionId}
                onRestore={
                  props.onRestore
                    ? () => {
                        props.onRestore?.(version.graph);
                        props.onOpenChange(false);
                      }
                    : null
                }
              />
            ))}
          </ul>
          <Section title="Publications">
            <PublicationList publications={props.publications} zone={props.zone} />
          </Section>
        </div>
      </SheetContent>
    </Sheet>
  );
}

function VersionLine(props: {
  version: Version;
  live: boolean;
  current: SequenceGraph;
  names: Names;
  zone: string;
  onRestore: (() => void) | null;
}) {
  const { version, live } = props;
  const [compared, setCompared] = useState(false);
  const changes = compareGraphs(version.graph, props.current);
  const same = changes.added.length + changes.removed.length + changes.changed.length + changes.fields.length === 0;
  return (
    <li className="grid gap-2 rounded-lg border bg-surface p-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex items-center gap-2 font-medium">
          Version {version.number}
          {live ? <Badge tone="good">Live</Badge> : <Badge>{version.frozen ? "Earlier" : "Not published"}</Badge>}
        </span>
        <span className="flex gap-1.5">
          <Button size="sm" variant="ghost" disabled={same} onClick={() => setCompared(!compared)}>
            {same ? "Same as the draft" : compared ? "Hide the changes" : "Compare"}
          </Button>
          {props.onRestore && !same ? (
            <Button size="sm" onClick={props.onRestore}>
              <RotateCcw aria-hidden />
              Go back to it
            </Button>
          ) : null}
        </span>
      </div>
      <p className="text-ink-faint text-xs">
        {countText(version.enrolled)} entered, saved <Time at={version.updatedAt} zone={props.zone} />
        {version.by ? ` by ${version.by}` : ""}
      </p>
      {compared && !same ? (
        <GraphChangeList changes={changes} older={version.graph} newer={props.current} names={props.names} />
      ) : null}
    </li>
  );
}
