"use client";

import { Dialog, DialogContent } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";

const keys: [string[], string][] = [
  [["↑", "↓"], "Walk along the ways"],
  [["←", "→"], "To the branch beside"],
  [["Enter"], "Edit the step"],
  [["Esc"], "Back from the panel to the step"],
  [["n"], "Insert a step after this one"],
  [["Alt", "↑ ↓"], "Move the step up or down"],
  [["Delete"], "Remove the step"],
  [["Ctrl", "C"], "Copy the step with its branches"],
  [["Ctrl", "V"], "Paste after this step"],
  [["Ctrl", "Z"], "Undo"],
  [["Ctrl", "Y"], "Redo"],
  [["?"], "Show these keys"],
];

export function BuilderKeysDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Keys of the builder" description="They work on the canvas and in the list.">
        <dl className="grid gap-2 text-sm">
          {keys.map(([pressed, meaning]) => (
            <div key={meaning} className="flex items-center justify-between gap-4">
              <dt className="text-ink-soft">{meaning}</dt>
              <dd className="flex gap-1">
                {pressed.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
