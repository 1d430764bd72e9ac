"use client";

import { Redo2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useEditing } from "#components/template/editing.tsx";
import { languageName } from "#components/template/language-name.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Select } from "#components/ui/select.tsx";
import { type Language, languages } from "#domain/language.ts";
import { untranslated } from "#domain/template-document/faults.ts";
import type { TemplateView } from "#domain/template-view.ts";

/** The line above a template: what it is called, whether it is published and saved, and its languages. */
export function EditorBar(props: {
  view: TemplateView;
  saved: ReactNode;
  undo: (() => void) | null;
  redo: (() => void) | null;
  language: Language;
  onLanguage: (language: Language) => void;
  actions: ReactNode;
}) {
  const { view } = props;
  const [newest] = view.versions;
  return (
    <header className="z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b bg-surface px-4 py-2.5">
      <div className="min-w-0">
        <p className="text-ink-faint text-xs">
          <TextLink href="/templates">Templates</TextLink>
        </p>
        <h1 className="flex flex-wrap items-center gap-2.5 font-semibold text-lg tracking-tight">
          <span className="truncate">{view.name}</span>
          <Badge tone={newest ? "good" : "neutral"}>{newest ? `Version ${newest.number}` : "Not published"}</Badge>
          {view.archivedAt ? <Badge>Put away</Badge> : null}
          {props.saved}
        </h1>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <LanguageSelect value={props.language} onChange={props.onLanguage} />
        <span className="flex">
          <Button variant="ghost" size="icon" aria-label="Undo" disabled={!props.undo} onClick={() => props.undo?.()}>
            <Undo2 />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Redo" disabled={!props.redo} onClick={() => props.redo?.()}>
            <Redo2 />
          </Button>
        </span>
        {props.actions}
      </div>
    </header>
  );
}

/** The language that is written and shown. Each says how many texts it still borrows from the template's own. */
function LanguageSelect({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const { document } = useEditing();
  const mark = (language: Language) => {
    if (language === document.language) return " (first)";
    const borrowed = untranslated(document, language).length;
    return borrowed > 0 ? ` (${borrowed} from ${languageName(document.language)})` : "";
  };
  return (
    <Select
      aria-label="Language"
      value={value}
      className="w-44"
      onChange={(event) => {
        const language = languages.find((known) => known === event.target.value);
        if (language) onChange(language);
      }}
    >
      {languages.map((language) => (
        <option key={language} value={language}>
          {languageName(language)}
          {mark(language)}
        </option>
      ))}
    </Select>
  );
}
