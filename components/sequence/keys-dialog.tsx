"use client";

import { Dialog, DialogContent } from "../ui/dialog.tsx";
import { KeyList, type KeyMeaning } from "../ui/key-list.tsx";

const keys: KeyMeaning[] = [
  ["Walk along the ways", ["↑", "↓"]],
  ["To the branch beside", ["←", "→"]],
  ["Edit the step", ["Enter"]],
  ["Back from the panel to the step", ["Esc"]],
  ["Insert a step after this one", ["n"]],
  ["Move the step up or down", ["Alt", "↑ ↓"]],
  ["Remove the step", ["Delete"]],
  ["Copy the step with its branches", ["Ctrl", "C"]],
  ["Paste after this step", ["Ctrl", "V"]],
  ["Undo", ["Ctrl", "Z"]],
  ["Redo", ["Ctrl", "Y"]],
  ["Show these keys", ["?"]],
];

export function BuilderKeysDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Keys of the builder" description="They work on the canvas and in the list.">
        <KeyList keys={keys} />
      </DialogContent>
    </Dialog>
  );
}
