"use client";

import { Dialog, DialogContent } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { destinations } from "./navigation.ts";

export function ShortcutsDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Keyboard shortcuts">
        <dl className="grid gap-1.5 text-sm">
          {destinations.map(({ href, label, key }) => (
            <Shortcut key={href} name={label} keys={["g", key]} />
          ))}
          <Shortcut name="This list" keys={["?"]} />
        </dl>
        <h3 className="mt-4 mb-1.5 font-medium text-ink-faint text-xs">In the queue of drafts</h3>
        <dl className="grid gap-1.5 text-sm">
          <Shortcut name="Next, previous" keys={["j", "k"]} />
          <Shortcut name="Approve" keys={["a"]} />
          <Shortcut name="Edit, then approve" keys={["e"]} />
          <Shortcut name="Reject with a reason" keys={["r"]} />
        </dl>
      </DialogContent>
    </Dialog>
  );
}

function Shortcut({ name, keys }: { name: string; keys: string[] }) {
  return (
    <div className="flex items-center justify-between">
      <dt>{name}</dt>
      <dd className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  );
}
