"use client";

import type { ReactNode } from "react";
import { useEditing } from "#components/template/editing.tsx";
import { languageName } from "#components/template/language-name.ts";
import { Badge } from "#components/ui/badge.tsx";
import { DocumentBar } from "#components/ui/document-bar.tsx";
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
    <DocumentBar
      above={{ href: "/templates", label: "Templates" }}
      name={view.name}
      state={
        <>
          <Badge tone={newest ? "good" : "neutral"}>{newest ? `Version ${newest.number}` : "Not published"}</Badge>
          {view.archivedAt ? <Badge>Put away</Badge> : null}
          {props.saved}
        </>
      }
      view={<LanguageSelect value={props.language} onChange={props.onLanguage} />}
      undo={props.undo}
      redo={props.redo}
      actions={props.actions}
    />
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
