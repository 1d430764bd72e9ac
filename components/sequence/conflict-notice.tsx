"use client";

import { compareGraphs } from "#domain/sequence/compare.ts";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";

/** Two people changed the same sequence: what they made is compared with ours, and one of them is kept. */
export function ConflictNotice(props: {
  mine: SequenceGraph;
  theirs: SequenceDraft;
  zone: string;
  onKeep: (which: "mine" | "theirs") => void;
}) {
  const { mine, theirs } = props;
  const { added, removed, changed } = compareGraphs(mine, theirs.graph);
  const parts = [
    [added.length, "more"],
    [removed.length, "fewer"],
    [changed.length, "changed"],
  ].flatMap(([count, word]) => (count ? [`${count} ${word}`] : []));
  return (
    <Notice tone="warn" role="alert" className="rounded-none border-x-0 border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>
          {theirs.savedBy ?? "Somebody"} saved other changes
          {theirs.savedAt ? (
            <>
              {" at "}
              <Time at={theirs.savedAt} zone={props.zone} format="time" />
            </>
          ) : null}
          {parts.length > 0 ? ` (steps: ${parts.join(", ")}).` : "."} Yours are not saved yet. Either can be brought
          back with Undo while this page is open.
        </p>
        <span className="flex gap-2">
          <Button size="sm" onClick={() => props.onKeep("theirs")}>
            Take theirs
          </Button>
          <Button size="sm" variant="primary" onClick={() => props.onKeep("mine")}>
            Keep mine
          </Button>
        </span>
      </div>
    </Notice>
  );
}
