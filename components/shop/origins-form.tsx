"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";

/** Which pages may report, one exact origin on each line. */
export function OriginsForm(props: {
  origins: string[];
  busy: boolean;
  complaint: Complaint | null;
  onSave: (origins: string[]) => void;
}) {
  const stored = props.origins.join("\n");
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? stored;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(text.split(/[\s,]+/).filter((one) => one !== ""));
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <Field
        label="Pages that may report"
        hint="One origin on each line, such as https://shop.example. Pages of other origins are refused, subdomains and ports too."
        error={complaintOn(props.complaint, "allowedOrigins")}
      >
        <Textarea
          rows={3}
          spellCheck={false}
          className="font-mono text-xs"
          value={text}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button
        type="submit"
        size="sm"
        className="justify-self-end"
        busy={props.busy}
        disabled={text.trim() === stored.trim()}
      >
        Save origins
      </Button>
    </form>
  );
}
