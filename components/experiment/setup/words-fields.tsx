"use client";

import type { Words } from "#domain/draft.ts";
import { languages } from "#domain/language.ts";
import { Field, FieldSet } from "../../ui/field.tsx";
import { Input, Textarea } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import type { PartProps } from "./part-props.ts";

const lines = [
  { field: "subject", label: "Subject", most: 200 },
  { field: "preheader", label: "Preheader", most: 300 },
  { field: "heading", label: "Heading", most: 200 },
] as const;

/** Words that an arm says instead of those that would be written. They are inspected like all others. */
export function WordsFields({ change, set, choices, error }: PartProps) {
  const { words } = change;
  if (!words) return null;
  const say = (part: Partial<Words>) => set({ words: { ...words, ...part } });
  return (
    <FieldSet
      legend="All words"
      hint="Said instead of what would be written, and inspected like it: a number, offer or deadline without its fact is turned away."
    >
      {lines.map(({ field, label, most }) => (
        <Field key={field} label={label}>
          <Input value={words[field]} maxLength={most} onChange={(event) => say({ [field]: event.target.value })} />
        </Field>
      ))}
      <Field label="Paragraphs" hint="An empty line begins a new one.">
        <Textarea
          rows={5}
          value={words.paragraphs.join("\n\n")}
          onChange={(event) => say({ paragraphs: event.target.value.split("\n\n").slice(0, 12) })}
        />
      </Field>
      <Field label="Button">
        <Input value={words.button} maxLength={80} onChange={(event) => say({ button: event.target.value })} />
      </Field>
      <LanguageField {...{ change, set, choices }} />
      {error ? (
        <p role="alert" className="text-bad text-xs">
          {error}
        </p>
      ) : null}
    </FieldSet>
  );
}

export function LanguageField({ change, set, choices }: Omit<PartProps, "error">) {
  return (
    <Field label="Language" hint="Contacts of other languages get the step's own words.">
      <Select
        className="max-w-60"
        value={change.language ?? choices.language}
        onChange={(event) => set({ language: event.target.value })}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {new Intl.DisplayNames("en", { type: "language" }).of(language)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
