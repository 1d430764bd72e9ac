"use client";

import { Dialog, DialogContent } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { KeyList, type KeyMeaning } from "../ui/key-list.tsx";

const groups: [string, KeyMeaning[]][] = [
  [
    "Move",
    [
      ["Next draft", ["j"]],
      ["Previous draft", ["k"]],
      ["Search", ["/"]],
      ["Back", ["esc"]],
    ],
  ],
  [
    "Decide",
    [
      ["Approve", ["a"]],
      ["Edit, then approve", ["e"]],
      ["Reject with a reason", ["r"]],
      ["Undo, until it is sent", ["u"]],
      ["Comment", ["c"]],
    ],
  ],
  [
    "Many at once",
    [
      ["Select", ["x"]],
      ["Approve the cluster", ["shift", "a"]],
    ],
  ],
  [
    "In what is sent or under way",
    [
      ["Stop this pattern", ["s"]],
      ["Take back what is queued, or release it", ["t"]],
    ],
  ],
];

/** Every key of the queue. */
export function KeysDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Keys of the queue" description="They rest while you write.">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {groups.map(([name, keys]) => (
            <section key={name}>
              <h3 className="mb-1.5 font-medium text-ink-faint text-xs">{name}</h3>
              <KeyList keys={keys} />
            </section>
          ))}
        </div>
        <p className="mt-4 text-ink-faint text-xs">
          <Kbd>g</Kbd> and a letter lead to the other places.
        </p>
      </DialogContent>
    </Dialog>
  );
}
