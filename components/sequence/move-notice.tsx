"use client";

import { ArrowUpToLine } from "lucide-react";
import type { MoveRefusal, MoveView } from "#domain/sequence/migration.ts";
import { Button } from "../ui/button.tsx";

export const moveRefusalLabels: Record<MoveRefusal, string> = {
  step_gone: "stand at a step that it does not have",
  messages_elsewhere: "have had messages that stand elsewhere in it",
  tests_versions: "are in an experiment that chose their version",
};

/** Who still walks an earlier version, and the choice to let them go on with the live one. */
export function MoveNotice(props: { move: MoveView; busy: boolean; onMove: (() => void) | null }) {
  const { number, movable, refused } = props.move;
  const stay = refused.reduce((sum, { runs }) => sum + runs, 0);
  if (movable + stay === 0) return null;
  return (
    <div className="grid gap-2 rounded-lg border bg-sunken p-3 text-sm">
      <p>
        {people(movable + stay)} inside {movable + stay === 1 ? "walks" : "walk"} an earlier version and{" "}
        {movable + stay === 1 ? "finishes" : "finish"} on it.
      </p>
      {stay > 0 ? (
        <ul className="list-disc pl-5 text-ink-soft text-xs">
          {refused.map(({ reason, runs }) => (
            <li key={reason}>
              {runs} {moveRefusalLabels[reason]}, and stay.
            </li>
          ))}
        </ul>
      ) : null}
      {movable > 0 && props.onMove ? (
        <Button size="sm" className="justify-self-start" busy={props.busy} onClick={props.onMove}>
          <ArrowUpToLine aria-hidden />
          Let {people(movable)} go on with version {number}
        </Button>
      ) : null}
    </div>
  );
}

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);
