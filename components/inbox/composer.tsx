"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";

type Props = {
  title: string;
  confirm: string;
  first: string;
  hint: string;
  busy: boolean;
  onKeep: (text: string) => void;
  onSend: (text: string) => void;
  onCancel: () => void;
};

/** Words to somebody who wrote. Control or command and enter send them. */
export function Composer({ title, confirm, first, hint, busy, onKeep, onSend, onCancel }: Props) {
  const [text, setText] = useState(first);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    // The whole of it, so that what sends is on the screen with what is written.
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() && !busy) onSend(text.trim());
  };
  return (
    <form
      aria-label={title}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        if (event.key === "Escape") onCancel();
      }}
      className="grid gap-3 rounded-lg border bg-surface p-4 shadow-panel"
    >
      <Field label={title} hint={hint} required>
        <Textarea
          value={text}
          rows={8}
          maxLength={20_000}
          dir="auto"
          ref={field}
          onChange={(event) => {
            setText(event.target.value);
            onKeep(event.target.value);
          }}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={busy || !text.trim()}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
