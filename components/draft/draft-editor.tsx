"use client";

import { type SubmitEvent, useState } from "react";
import { slotNames, type Words } from "#domain/draft.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import { fieldLabels } from "./labels.ts";

type Props = {
  words: Words;
  /** What the server refused, and in which field of the words. */
  problem: { field: string | null; message: string } | null;
  busy: boolean;
  onChange: (words: Words) => void;
  onSave: (words: Words) => void;
  onCancel: () => void;
};

/** Edits the words and approves them in one go. Facts are not here: prices, links and codes come from the rows. */
export function DraftEditor({ words: given, problem, busy, onChange, onSave, onCancel }: Props) {
  const [words, setWords] = useState(given);
  const change = (part: Partial<Words>) => {
    const next = { ...words, ...part };
    setWords(next);
    onChange(next);
  };
  const errorOf = (field: keyof Words) => (problem?.field?.startsWith(`words.${field}`) ? problem.message : null);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(words);
  };
  return (
    <form onSubmit={submit} className="grid gap-3.5" aria-label="Edit the words">
      <Field label={fieldLabels.subject} error={errorOf("subject")} required>
        <Input autoFocus value={words.subject} onChange={(event) => change({ subject: event.target.value })} />
      </Field>
      <Field label={fieldLabels.preheader} error={errorOf("preheader")}>
        <Input value={words.preheader} onChange={(event) => change({ preheader: event.target.value })} />
      </Field>
      <Field label={fieldLabels.heading} error={errorOf("heading")}>
        <Input value={words.heading} onChange={(event) => change({ heading: event.target.value })} />
      </Field>
      <Field label={fieldLabels.paragraphs} hint="An empty line starts a new paragraph." error={errorOf("paragraphs")}>
        <Textarea
          rows={7}
          defaultValue={given.paragraphs.join("\n\n")}
          onChange={(event) => change({ paragraphs: paragraphsOf(event.target.value) })}
        />
      </Field>
      <Field label={fieldLabels.button} error={errorOf("button")}>
        <Input value={words.button} onChange={(event) => change({ button: event.target.value })} />
      </Field>
      <Field label={fieldLabels.postscript} hint="Below the button; may be empty." error={errorOf("postscript")}>
        <Input
          value={words.postscript ?? ""}
          onChange={(event) => change({ postscript: event.target.value || null })}
        />
      </Field>
      <p className="text-ink-faint text-xs">
        Slots are filled from facts:{" "}
        {slotNames.map((name) => (
          <code key={name} className="mr-1.5 whitespace-nowrap font-mono text-2xs text-accent">{`{{${name}}}`}</code>
        ))}
      </p>
      {problem && !problem.field?.startsWith("words.") ? (
        <p role="alert" className="text-bad text-sm">
          {problem.message}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          Save and approve
        </Button>
      </div>
    </form>
  );
}

function paragraphsOf(text: string): string[] {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return paragraphs.length > 0 ? paragraphs : [""];
}
