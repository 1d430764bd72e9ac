"use client";

import { Button } from "./button.tsx";
import { CopyField } from "./copy-button.tsx";
import { DialogClose, DialogFooter } from "./dialog.tsx";
import { Notice } from "./notice.tsx";

/** A secret at the one moment it can be read. */
export function ShownOnce(props: { value: string; label: string }) {
  return (
    <div className="grid gap-4">
      <Notice tone="warn">Copy it now: it is not kept in readable form and will not be shown again.</Notice>
      <CopyField value={props.value} label={props.label} />
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="primary">Done</Button>
        </DialogClose>
      </DialogFooter>
    </div>
  );
}
