"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogContent, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";

const usual = ["Wrong tone", "Not true", "Wrong moment", "Wrong language"] as const;

/** A rejection says why: the reason stands on the cart's timeline, and the step is skipped. */
export function RejectDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onReject: (reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!reason.trim()) return;
    props.onReject(reason.trim());
    setReason("");
  };
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title="Reject this draft" description="This step will not be sent; later steps still may.">
        <form onSubmit={submit} className="grid gap-3">
          <Field label="Reason" required>
            <Textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />
          </Field>
          <div className="flex flex-wrap gap-1.5">
            {usual.map((text) => (
              <Button key={text} size="sm" onClick={() => setReason(text)}>
                {text}
              </Button>
            ))}
          </div>
          <DialogFooter className="mt-2">
            <Button onClick={() => props.onOpenChange(false)}>Cancel</Button>
            <Button type="submit" variant="danger" disabled={!reason.trim()}>
              Reject
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
