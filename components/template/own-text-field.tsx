"use client";

import { Braces } from "lucide-react";
import { useRef } from "react";
import { slotNames } from "#domain/draft.ts";
import { withText } from "#domain/template-document/edit.ts";
import { slotFaultOf } from "#domain/template-document/faults.ts";
import type { Texts } from "#domain/template-document/schema.ts";
import { textIn } from "#domain/template-document/texts.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "../ui/menu.tsx";
import { documentFaultLabels, slotLabels } from "./block-labels.ts";
import { useEditing } from "./editing.tsx";
import { languageName } from "./language-name.ts";

type Props = { label: string; texts: Texts; hint?: string; onChange: (texts: Texts) => void };

/** A text in the language that is being written; where it is not written yet, it says which one speaks instead. */
export function OwnTextField({ label, texts, hint, onChange }: Props) {
  const { document, language, readOnly } = useEditing();
  const area = useRef<HTMLTextAreaElement>(null);
  const own = texts[language] ?? "";
  const { text, from } = textIn(texts, language, document.language);
  const borrowed = from !== language;
  const fault = slotFaultOf(own);
  const put = (said: string) => onChange(withText(texts, language, said));
  const insert = (slot: string) => {
    const [start, end] = [area.current?.selectionStart ?? own.length, area.current?.selectionEnd ?? own.length];
    put(`${own.slice(0, start)}{{${slot}}}${own.slice(end)}`);
  };
  return (
    <div className="grid gap-1.5">
      <Field
        label={label}
        hint={
          borrowed && text ? `Shown in ${languageName(from)} until it is written in ${languageName(language)}.` : hint
        }
        error={fault && documentFaultLabels[fault]}
      >
        <Textarea
          ref={area}
          value={own}
          maxLength={1_000}
          disabled={readOnly}
          placeholder={borrowed ? text : undefined}
          onChange={(event) => put(event.target.value)}
        />
      </Field>
      {readOnly ? null : <FactMenu onChoose={insert} />}
    </div>
  );
}

/** The facts that a text can name, each as this cart fills it. */
function FactMenu({ onChoose }: { onChoose: (slot: string) => void }) {
  const { slots } = useEditing();
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="sm" variant="ghost" className="justify-self-start">
          <Braces aria-hidden />
          Insert a fact
        </Button>
      </MenuTrigger>
      <MenuContent align="start" className="max-h-80 w-72 overflow-y-auto">
        {slotNames.map((slot) => (
          <MenuEntry key={slot} onSelect={() => onChoose(slot)} textValue={slotLabels[slot]}>
            <span className="grid min-w-0 leading-4.5">
              <span className="font-medium">{slotLabels[slot]}</span>
              <span className="truncate text-ink-faint text-xs">
                {slots ? (slots[slot] ?? "Not known of this cart: its sentence is left out") : `{{${slot}}}`}
              </span>
            </span>
          </MenuEntry>
        ))}
      </MenuContent>
    </Menu>
  );
}
