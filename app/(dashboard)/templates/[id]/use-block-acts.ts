"use client";

import { type Dispatch, useMemo, useState } from "react";
import { toast } from "sonner";
import { blockLabels } from "#components/template/block-labels.ts";
import type { TemplateActs } from "#components/template/editing.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { EditAct } from "#domain/edit-history.ts";
import {
  blockOf,
  insertBlock,
  insertInColumn,
  isColumnBlock,
  moveBlock,
  newBlock,
  removeBlock,
  repeatBlock,
  replaceBlock,
} from "#domain/template-document/edit.ts";
import { mostBlocks, type TemplateDocument } from "#domain/template-document/schema.ts";

const freshId = (kind: string) => `${kind.replaceAll("_", "-")}-${crypto.randomUUID().slice(0, 8)}`;

/** What people can do to the blocks, as changes of the document. */
export function useBlockActs(
  document: TemplateDocument,
  act: Dispatch<EditAct<TemplateDocument>>,
  readOnly: boolean,
): { acts: TemplateActs; selected: string | null } {
  const [selected, select] = useState<string | null>(null);
  const acts = useMemo((): TemplateActs => {
    const change = (value: TemplateDocument, run?: string) => {
      if (!readOnly) act({ kind: "change", value, ...(run ? { run } : {}) });
    };
    const put = (value: TemplateDocument, id: string) => {
      if (value.blocks.length > mostBlocks) return void toast.error(`A template has ${mostBlocks} blocks at most`);
      change(value);
      select(id);
    };
    return {
      select,
      insert: (kind, place) => {
        const id = freshId(kind);
        put(insertBlock(document, newBlock(kind, id), place), id);
      },
      insertInside: (kind, at) => {
        const block = newBlock(kind, freshId(kind));
        if (isColumnBlock(block)) put(insertInColumn(document, block, at), block.id);
      },
      change: (block, run) => change(replaceBlock(document, block), `${block.id}.${run ?? ""}`),
      remove: (id) => {
        const block = blockOf(document, id);
        if (!block || readOnly) return;
        change(removeBlock(document, id));
        select(null);
        toast(
          `${blockLabels[block.kind]} removed`,
          undoing(() => act({ kind: "undo" })),
        );
      },
      repeat: (id) => {
        const copy = freshId("copy");
        put(repeatBlock(document, id, copy), copy);
      },
      move: (id, by) => change(moveBlock(document, id, by)),
      setDocument: change,
    };
  }, [document, act, readOnly]);
  return { acts, selected };
}
