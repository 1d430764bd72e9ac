"use client";

import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";

/** Two people changed the same: what they made is compared with ours in `changes`, and one of them is kept. */
export function ConflictNotice(props: {
  theirs: { savedBy: string | null; savedAt: string | null };
  changes: string;
  zone: string;
  onKeep: (which: "mine" | "theirs") => void;
}) {
  const { theirs, changes } = props;
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
          {changes ? ` (${changes}).` : "."} Yours are not saved yet. Either can be brought back with Undo while this
          page is open.
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
