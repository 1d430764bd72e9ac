"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import type { Complaint } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

/** Under which names a domain's DKIM keys are; only who set up the mailer knows them. */
export function SelectorsForm(props: {
  first: string[];
  busy: boolean;
  complaint: Complaint | null;
  onSave: (selectors: string[]) => void;
}) {
  const [text, setText] = useState(props.first.join(", "));
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(text.split(/[\s,]+/).filter(Boolean));
      }}
    >
      <Field
        label="DKIM selectors"
        hint="The names of your mailer's keys, with commas between them: in “one._domainkey.” it is “one”."
        error={props.complaint?.message ?? null}
        className="min-w-0 flex-1 basis-64"
      >
        <Input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="resend, s1"
          maxLength={500}
        />
      </Field>
      <Button type="submit" busy={props.busy}>
        Keep and check
      </Button>
    </form>
  );
}
