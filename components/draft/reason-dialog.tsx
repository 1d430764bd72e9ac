"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogContent, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";
import { Key } from "./verdict-bar.tsx";

const usual = ["Wrong tone", "Not true", "Wrong moment", "Wrong language"] as const;

type Props = {
  title: string;
  description: string;
  confirm: string;
  open: boolean;
  /** What was written before, and kept. */
  first: string;
  onOpenChange: (open: boolean) => void;
  onWrite: (reason: string) => void;
  onReason: (reason: string) => void;
};

/** Asks why. The reason stays written when the dialog is closed; a number takes a usual one. */
export function ReasonDialog({ title, description, confirm, open, first, onOpenChange, onWrite, onReason }: Props) {
  const [reason, setReason] = useState(first);
  const write = (text: string) => {
    setReason(text);
    onWrite(text);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim()) onReason(reason.trim());
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description}>
        <form
          onSubmit={submit}
          onKeyDown={(event) => {
            const pick = usual[Number(event.key) - 1];
            if (pick && reason === "") {
              event.preventDefault();
              write(pick);
            }
            if (event.key === "Enter" && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
              event.preventDefault();
              event.currentTarget.requestSubmit();
            }
          }}
          className="grid gap-3"
        >
          <Field label="Reason" required>
            <Textarea value={reason} onChange={(event) => write(event.target.value)} maxLength={500} />
          </Field>
          <div className="flex flex-wrap gap-1.5">
            {usual.map((text, index) => (
              <Button key={text} size="sm" onClick={() => write(text)}>
                <Key letter={String(index + 1)} />
                {text}
              </Button>
            ))}
          </div>
          <DialogFooter className="mt-2">
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button type="submit" variant="danger" disabled={!reason.trim()}>
              {confirm}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
