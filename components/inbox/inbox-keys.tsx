"use client";

import { Dialog, DialogContent } from "../ui/dialog.tsx";
import { KeyList, type KeyMeaning } from "../ui/key-list.tsx";

const keys: KeyMeaning[] = [
  ["Next conversation", ["j"]],
  ["Previous conversation", ["k"]],
  ["Search", ["/"]],
  ["Back", ["esc"]],
  ["Approve the proposed answer", ["a"]],
  ["Reject it with a reason", ["x"]],
  ["Answer in your own words", ["r"]],
  ["Close the conversation", ["e"]],
  ["Undo: open it again", ["u"]],
];

/** Every key of the inbox. */
export function InboxKeys(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Keys of the inbox" description="They rest while you write.">
        <KeyList keys={keys} />
      </DialogContent>
    </Dialog>
  );
}
