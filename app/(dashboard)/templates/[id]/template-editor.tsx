"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useSavedDraft } from "#app/(dashboard)/use-saved-draft.ts";
import { firstView } from "#components/mail-check/view.ts";
import { ConflictNotice } from "#components/sequence/conflict-notice.tsx";
import { SaveState } from "#components/sequence/save-state.tsx";
import { type Editing, EditingProvider } from "#components/template/editing.tsx";
import type { ExampleCart } from "#components/template/example-form.tsx";
import type { Language } from "#domain/language.ts";
import { compareDocuments } from "#domain/template-document/compare.ts";
import { type BrandColours, documentFaultsOf } from "#domain/template-document/faults.ts";
import type { TemplateDocument } from "#domain/template-document/schema.ts";
import type { TemplateDraft, TemplateView } from "#domain/template-view.ts";
import { EditorActions } from "./editor-actions.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { EditorPanels } from "./editor-panels.tsx";
import { EditorPreview } from "./editor-preview.tsx";
import { type EditedExample, editedQuery, templateQuery } from "./queries.ts";
import { TroubleNotice } from "./trouble-notice.tsx";
import { useBlockActs } from "./use-block-acts.ts";

type Props = {
  first: TemplateView;
  draft: TemplateDraft;
  zone: string;
  brand: BrandColours;
  carts: ExampleCart[];
  to: string;
  readOnly: boolean;
};

/** One template: its blocks, the real message in the middle, the panel of what is chosen. */
export function TemplateEditor(props: Props) {
  const { zone, brand, carts, readOnly } = props;
  const { data: view } = useQuery({ ...templateQuery(props.first.id), initialData: props.first });
  const { templateId, document: first, ...saved } = props.draft;
  const place = { path: `/api/templates/${templateId}/draft`, field: "document", mayWrite: !readOnly };
  const draft = useSavedDraft<TemplateDocument>({ value: first, ...saved }, place);
  const { value: document, history, act, saving } = draft;
  const { acts, selected } = useBlockActs(document, act, readOnly);
  const [language, setLanguage] = useState<Language>(document.language);
  const [example, setExample] = useState<Omit<EditedExample, "language">>({ cart: carts[0]?.id ?? "", offer: "none" });
  const [look, setLook] = useState(firstView);
  const shownDocument = useSettled(document);
  const preview = useQuery(editedQuery({ document: shownDocument, language, ...example }));
  const faults = useMemo(() => documentFaultsOf(document, brand), [document, brand]);
  const shown = useMemo(() => (preview.data ? new Set(preview.data.blocks) : null), [preview.data]);
  const editing: Editing = {
    ...{ acts, document, language, selected, faults, readOnly },
    ...{ slots: preview.data?.slots ?? null, shown: preview.isPlaceholderData ? null : shown },
  };
  const undo = history.past.length > 0 ? () => act({ kind: "undo" }) : null;
  const redo = history.future.length > 0 ? () => act({ kind: "redo" }) : null;
  return (
    <EditingProvider value={editing}>
      <div
        role="application"
        aria-label="Template editor"
        className="flex h-[calc(100dvh-3.25rem)] flex-col lg:h-dvh"
        onKeyDown={keysOf(undo, redo)}
      >
        <EditorBar
          view={view}
          saved={readOnly ? null : <SaveState kind={saving.kind} at={"at" in saving ? saving.at : null} zone={zone} />}
          {...{ undo, redo, language, onLanguage: setLanguage }}
          actions={
            <EditorActions
              {...{ view, document, zone, readOnly, to: props.to }}
              example={{ language, ...example }}
              faulty={faults.length > 0}
              saveNow={draft.saveNow}
              onTake={acts.setDocument}
            />
          }
        />
        <TroubleNotice view={view} zone={zone} />
        {saving.kind === "conflict" ? (
          <ConflictNotice
            theirs={saving.theirs}
            changes={changesIn(document, saving.theirs.value)}
            zone={zone}
            onKeep={(keep) => draft.settle(saving.theirs, keep)}
          />
        ) : null}
        <EditorPanels brand={brand} preview={preview.data}>
          <EditorPreview
            {...{ preview, carts, example, look, language }}
            onExample={setExample}
            onLook={setLook}
            stale={preview.isPlaceholderData || shownDocument !== document}
          />
        </EditorPanels>
      </div>
    </EditingProvider>
  );
}

const settleMs = 180;

/** A value once it has not changed for a moment: a message is drawn for a word, not for each letter. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(settled);
}

function keysOf(undo: (() => void) | null, redo: (() => void) | null) {
  return (event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    (event.shiftKey ? redo : undo)?.();
  };
}

function changesIn(mine: TemplateDocument, theirs: TemplateDocument): string {
  const { added, removed, changed } = compareDocuments(mine, theirs);
  const counts = [`${added.length} more`, `${removed.length} fewer`, `${changed.length} changed`];
  const said = counts.filter((text) => !text.startsWith("0 "));
  return said.length > 0 ? `blocks: ${said.join(", ")}` : "";
}
