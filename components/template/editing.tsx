"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { SlotName } from "#domain/draft.ts";
import type { Language } from "#domain/language.ts";
import type { Side } from "#domain/template-document/edit.ts";
import type { DocumentFault } from "#domain/template-document/faults.ts";
import type { Block, BlockKind, ColumnBlock, TemplateDocument } from "#domain/template-document/schema.ts";

/** What people can do to a template. `run` names the field that is being typed into. */
export type TemplateActs = {
  select: (id: string | null) => void;
  insert: (kind: BlockKind, place: number) => void;
  insertInside: (kind: ColumnBlock["kind"], at: { id: string; side: Side }) => void;
  change: (block: Block, run?: string) => void;
  remove: (id: string) => void;
  repeat: (id: string) => void;
  move: (id: string, by: number) => void;
  setDocument: (document: TemplateDocument, run?: string) => void;
};

export type Editing = {
  acts: TemplateActs;
  document: TemplateDocument;
  /** The language that is being written and shown. */
  language: Language;
  selected: string | null;
  faults: DocumentFault[];
  /** What each slot is filled with on the cart that is shown; null before it is known. */
  slots: Record<SlotName, string | null> | null;
  /** The blocks that this cart shows; null before it is known. */
  shown: ReadonlySet<string> | null;
  readOnly: boolean;
};

const EditingContext = createContext<Editing | null>(null);

export function EditingProvider({ value, children }: { value: Editing; children: ReactNode }) {
  return <EditingContext value={value}>{children}</EditingContext>;
}

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("a part of the template editor stands outside of it");
  return editing;
}

/** The complaints about one place, in a language or in none. */
export function faultsAt({ faults, language }: Editing, blockId: string, field?: string): DocumentFault[] {
  return faults.filter(
    (fault) =>
      fault.blockId === blockId &&
      (field === undefined || fault.field === field) &&
      (field === undefined || fault.language === null || fault.language === language),
  );
}
