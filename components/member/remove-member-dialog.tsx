"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogContent, DialogFooter } from "../ui/dialog.tsx";

export function RemoveMemberDialog(props: {
  member: { id: string; name: string };
  onClose: () => void;
  onRemove: (id: string) => Promise<unknown>;
}) {
  const [busy, setBusy] = useState(false);
  const { id, name } = props.member;
  const remove = async () => {
    setBusy(true);
    await props.onRemove(id).then(props.onClose, () => setBusy(false));
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <DialogContent
        title={`Remove ${name}?`}
        description="Every session ends with its next request. What they wrote and reviewed stays under their name."
      >
        <DialogFooter>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            Remove
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
