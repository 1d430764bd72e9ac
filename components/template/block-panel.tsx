"use client";

import { ArrowDown, ArrowUp, CopyPlus, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { blockOf } from "#domain/template-document/edit.ts";
import type { Block } from "#domain/template-document/schema.ts";
import { chosenFrom } from "../sequence/panel/chosen-from.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectFrom } from "../ui/select.tsx";
import { BlockFields } from "./block-fields.tsx";
import { blockHints, blockLabels, conditionLabels, documentFaultLabels } from "./block-labels.ts";
import { faultsAt, useEditing } from "./editing.tsx";
import { languageName } from "./language-name.ts";
import { OwnTextField } from "./own-text-field.tsx";

/** What can be changed of the chosen block. */
export function BlockPanel({ picture }: { picture: (block: Extract<Block, { kind: "picture" }>) => ReactNode }) {
  const editing = useEditing();
  const { document, selected, acts, readOnly } = editing;
  if (selected === "footer") return <FooterPanel />;
  if (selected === "envelope") return <EnvelopePanel />;
  const block = blockOf(document, selected);
  if (!block) return null;
  return (
    <div className="grid gap-4">
      <PanelTitle title={blockLabels[block.kind]} hint={blockHints[block.kind]} />
      <Faults id={block.id} />
      <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
        <BlockFields block={block} picture={picture} />
        <Field label="Shown">
          <SelectFrom
            labels={conditionLabels}
            value={block.when}
            onChange={(event) => {
              const when = chosenFrom(conditionLabels, event);
              if (when) acts.change({ ...block, when });
            }}
          />
        </Field>
        {readOnly ? null : <BlockButtons id={block.id} />}
      </fieldset>
    </div>
  );
}

function BlockButtons({ id }: { id: string }) {
  const { acts } = useEditing();
  return (
    <div className="flex flex-wrap gap-1.5 border-t pt-3">
      <Button size="sm" onClick={() => acts.move(id, -1)}>
        <ArrowUp aria-hidden />
        Up
      </Button>
      <Button size="sm" onClick={() => acts.move(id, 1)}>
        <ArrowDown aria-hidden />
        Down
      </Button>
      <Button size="sm" onClick={() => acts.repeat(id)}>
        <CopyPlus aria-hidden />
        Repeat
      </Button>
      <Button size="sm" variant="ghost" onClick={() => acts.remove(id)}>
        <Trash2 aria-hidden />
        Remove
      </Button>
    </div>
  );
}

export function PanelTitle({ title, hint }: { title: string; hint: string }) {
  const { acts } = useEditing();
  return (
    <header className="flex items-start justify-between gap-2">
      <div>
        <h2 className="font-semibold text-base">{title}</h2>
        <p className="text-ink-faint text-xs">{hint}</p>
      </div>
      <Button variant="ghost" size="icon-sm" aria-label="Close the block" onClick={() => acts.select(null)}>
        <X />
      </Button>
    </header>
  );
}

function Faults({ id }: { id: string }) {
  const found = faultsAt(useEditing(), id);
  if (found.length === 0) return null;
  return (
    <Notice tone="bad">
      <ul>
        {found.map(({ fault, field, language }) => (
          <li key={`${fault}.${field}.${language}`}>
            {documentFaultLabels[fault]}
            {language ? ` (${languageName(language)})` : ""}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const envelopeFields = [
  { field: "subject", label: "Subject", hint: "What the writer proposes, while this is empty." },
  { field: "preheader", label: "Preheader", hint: "The line after it in the list of mails." },
] as const;

function EnvelopePanel() {
  const { document, acts, readOnly } = useEditing();
  const { envelope } = document;
  return (
    <div className="grid gap-4">
      <PanelTitle
        title="Subject and preheader"
        hint="What stands in the list of mails; a resend keeps the writer's subject"
      />
      <Faults id="envelope" />
      <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
        {envelopeFields.map(({ field, label, hint }) => (
          <OwnTextField
            key={field}
            {...{ label, hint }}
            texts={envelope[field] ?? {}}
            onChange={(texts) =>
              acts.setDocument(
                { ...document, envelope: { ...envelope, [field]: Object.keys(texts).length > 0 ? texts : null } },
                `envelope.${field}`,
              )
            }
          />
        ))}
      </fieldset>
    </div>
  );
}

function FooterPanel() {
  const { document, acts, readOnly } = useEditing();
  const { text } = document.footer;
  return (
    <div className="grid gap-4">
      <PanelTitle title="Footer" hint="Why it came, the address and the way out are always there" />
      <Faults id="footer" />
      <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
        <OwnTextField
          label="Above the address"
          texts={text ?? {}}
          onChange={(texts) =>
            acts.setDocument(
              { ...document, footer: { text: Object.keys(texts).length > 0 ? texts : null } },
              "footer.text",
            )
          }
        />
      </fieldset>
    </div>
  );
}
