"use client";

import { type SubmitEvent, useEffect, useRef } from "react";
import { type Finding, slotNames, type Words } from "#domain/draft.ts";
import type { LinkedClaim } from "#domain/inspect.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { isForAPerson } from "./claim-parts.ts";
import { claimsInField, type TypedWords } from "./edited-words.ts";
import { fieldLabels, findingLabels } from "./labels.ts";
import { MarkedField } from "./marked-field.tsx";

type Props = {
  typed: TypedWords;
  claims: LinkedClaim[];
  findings: Finding[];
  active: string | null;
  /** What the server refused, and in which field of the words. */
  problem: { field: string | null; message: string } | null;
  /** Whether a finding keeps these words from being sent by a person. */
  isBlocked: boolean;
  busy: boolean;
  onType: (typed: TypedWords) => void;
  onSave: () => void;
  onCancel: () => void;
};

const hints: Partial<Record<keyof Words, string>> = {
  paragraphs: "An empty line starts a new paragraph.",
  postscript: "Below the button; may be empty.",
};
const fields = ["subject", "preheader", "heading", "paragraphs", "button", "postscript"] as const;

/** Edits the words and approves them in one go; every key is inspected. Facts are not here: they come from the rows. */
export function DraftEditor({ typed, claims, findings, active, problem, isBlocked, busy, ...on }: Props) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    on.onSave();
  };
  const errorOf = (field: keyof Words) => {
    if (problem?.field?.startsWith(`words.${field}`)) return problem.message;
    return findingTexts(findings.filter((one) => one.field === field && !isForAPerson(one.code))) || null;
  };
  const hintOf = (field: keyof Words) => {
    const doubts = findingTexts(findings.filter((one) => one.field === field && isForAPerson(one.code)));
    return doubts ? <span className="text-warn">{doubts}: worth a look.</span> : hints[field];
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) on.onSave();
        if (event.key === "Escape") on.onCancel();
      }}
      className="grid gap-3.5 rounded-lg border bg-surface p-4 shadow-panel"
      aria-label="Edit the words"
    >
      {fields.map((field) => (
        <Field
          key={field}
          label={fieldLabels[field]}
          hint={hintOf(field)}
          error={errorOf(field)}
          required={field === "subject"}
        >
          <MarkedField
            value={typed[field]}
            claims={claimsInField(field, typed, claims)}
            active={active}
            isLong={field === "paragraphs"}
            onChange={(value) => on.onType({ ...typed, [field]: value })}
          />
        </Field>
      ))}
      <details className="text-ink-faint text-xs">
        <summary>Slots that are filled from facts</summary>
        <p className="mt-1">
          {slotNames.map((name) => (
            <code key={name} className="mr-2 whitespace-nowrap font-mono text-2xs text-accent">{`{{${name}}}`}</code>
          ))}
        </p>
      </details>
      {problem && !problem.field?.startsWith("words.") ? (
        <p role="alert" className="text-bad text-sm">
          {problem.message}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-ink-faint text-xs">
          {isBlocked ? "What is marked red has no fact: it cannot be sent." : "Every claim has its fact."}
        </p>
        <Button onClick={on.onCancel}>
          Cancel <Kbd>esc</Kbd>
        </Button>
        <Button type="submit" variant="primary" busy={busy} disabled={isBlocked}>
          Save the edit
        </Button>
      </div>
    </form>
  );
}

const findingTexts = (findings: Finding[]) => [...new Set(findings.map(({ code }) => findingLabels[code]))].join(" · ");
