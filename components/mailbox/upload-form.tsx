"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

/** One mail as a file. */
export function UploadForm(props: { busy: boolean; complaint: Complaint | null; onSend: (file: File) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) props.onSend(file);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field
        label="Mail"
        hint="A file that ends in .eml, of up to 25 MB. It is read as if it had come in by itself."
        error={
          complaintOn(props.complaint, "file") ??
          (props.complaint && !props.complaint.field ? props.complaint.message : null)
        }
      >
        <Input
          required
          type="file"
          accept=".eml,message/rfc822"
          className="h-auto p-1 file:mr-2.5 file:rounded-sm file:border-0 file:bg-sunken file:px-2.5 file:py-1 file:font-medium file:text-ink pointer-coarse:h-auto"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Field>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy} disabled={!file}>
          Bring it in
        </Button>
      </DialogFooter>
    </form>
  );
}
