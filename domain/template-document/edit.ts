import type { Language } from "../language.ts";
import type { Block, BlockKind, ColumnBlock, TemplateDocument, Texts } from "./schema.ts";
import { everyBlock } from "./texts.ts";

export type Side = "left" | "right";
/** Kinds that may stand in a column. */
export const columnKinds = ["heading", "paragraph", "picture", "button", "divider", "spacer"] as const;
export type ColumnKind = (typeof columnKinds)[number];

export function isColumnBlock(block: Block): block is ColumnBlock {
  return columnKinds.some((kind) => kind === block.kind);
}

/** The block of an id, in a column too. */
export function blockOf(document: TemplateDocument, id: string | null): Block | null {
  return everyBlock(document).find((block) => block.id === id) ?? null;
}

/** A new block of a kind, its texts in the document's language still to be said. */
export function newBlock(kind: BlockKind, id: string): Block {
  const placed = { id, when: "always" as const };
  const align = "start" as const;
  switch (kind) {
    case "heading":
      return { kind, ...placed, text: {}, size: "medium", align };
    case "paragraph":
      return { kind, ...placed, text: {}, size: "normal", align };
    case "picture":
      return { kind, ...placed, url: "", alt: {}, width: 504, align, to: "cart" };
    case "button":
      return { kind, ...placed, label: null, to: "cart", align };
    case "spacer":
      return { kind, ...placed, height: 24 };
    case "words":
    case "postscript":
      return { kind, ...placed, align };
    case "lines":
      return {
        ...{ kind, ...placed, variant: "rows", from: "first", heading: "none", text: {}, totals: true, order: "cart" },
      };
    case "offer":
      return { kind, ...placed, variant: "band" };
    case "ornament":
      return { kind, ...placed, variant: "airmail" };
    case "columns":
      return { kind, ...placed, share: 50, left: [], right: [] };
    default:
      return { kind, ...placed };
  }
}

/** The document with a block put in at a place of its list. */
export function insertBlock(document: TemplateDocument, block: Block, place: number): TemplateDocument {
  return { ...document, blocks: document.blocks.toSpliced(place, 0, block) };
}

/** The document with a block put into a column, below what is there. */
export function insertInColumn(
  document: TemplateDocument,
  block: ColumnBlock,
  at: { id: string; side: Side },
): TemplateDocument {
  const blocks = document.blocks.map((one): Block => {
    if (one.id !== at.id || one.kind !== "columns") return one;
    return { ...one, [at.side]: [...one[at.side], block] };
  });
  return { ...document, blocks };
}

/** The document with a block changed, wherever it stands. */
export function replaceBlock(document: TemplateDocument, changed: Block): TemplateDocument {
  return mapBlocks(document, (block) => (block.id === changed.id ? [changed] : [block]));
}

export function removeBlock(document: TemplateDocument, id: string): TemplateDocument {
  return mapBlocks(document, (block) => (block.id === id ? [] : [block]));
}

/** A block once more, below itself, under another id. Columns come without what is in them: ids stay apart. */
export function repeatBlock(document: TemplateDocument, id: string, newId: string): TemplateDocument {
  return mapBlocks(document, (block) => {
    if (block.id !== id) return [block];
    const copy = block.kind === "columns" ? { ...block, left: [], right: [] } : block;
    return [block, { ...copy, id: newId }];
  });
}

/** The document with a block moved by so many places within its own list, as far as that goes. */
export function moveBlock(document: TemplateDocument, id: string, by: number): TemplateDocument {
  const moved = <One extends Block>(blocks: One[]): One[] => {
    const from = blocks.findIndex((block) => block.id === id);
    const block = blocks[from];
    if (!block) return blocks;
    const to = Math.min(Math.max(from + by, 0), blocks.length - 1);
    return blocks.toSpliced(from, 1).toSpliced(to, 0, block);
  };
  const blocks = moved(document.blocks).map(
    (block): Block =>
      block.kind === "columns" ? { ...block, left: moved(block.left), right: moved(block.right) } : block,
  );
  return { ...document, blocks };
}

/** A text with what is said in one language; nothing said takes the language out of it. */
export function withText(texts: Texts, language: Language, text: string): Texts {
  const { [language]: _, ...others } = texts;
  return text === "" ? others : { ...others, [language]: text };
}

function mapBlocks(document: TemplateDocument, change: (block: Block) => Block[]): TemplateDocument {
  const inside = (blocks: ColumnBlock[]) => blocks.flatMap((block) => change(block).filter(isColumnBlock));
  const blocks = document.blocks
    .flatMap(change)
    .map(
      (block): Block =>
        block.kind === "columns" ? { ...block, left: inside(block.left), right: inside(block.right) } : block,
    );
  return { ...document, blocks };
}
