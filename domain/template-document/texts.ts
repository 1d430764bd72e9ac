import { type Language, languages } from "../language.ts";
import type { Block, ColumnBlock, TemplateDocument, Texts } from "./schema.ts";

/** One own text of a document. `blockId` is "footer" for the footer's; `field` names the text within its block. */
export type OwnText = { place: string; blockId: string; field: "text" | "label" | "alt"; texts: Texts };

/** Every block, those in columns too. */
export function everyBlock(document: Pick<TemplateDocument, "blocks">): Block[] {
  return document.blocks.flatMap((block): Block[] =>
    block.kind === "columns" ? [block, ...block.left, ...block.right] : [block],
  );
}

/** The texts that a document brings itself; what the writer writes is not among them. */
export function ownTexts(document: TemplateDocument): OwnText[] {
  const footer = document.footer.text;
  return [
    ...everyBlock(document).flatMap(ownTextOf),
    ...(footer ? [{ place: "footer", blockId: "footer", field: "text" as const, texts: footer }] : []),
  ];
}

/** A block's own text, where it has one. */
export function ownTextOf(block: Block | ColumnBlock): OwnText[] {
  const at = (field: OwnText["field"], texts: Texts | null): OwnText[] =>
    texts ? [{ place: block.id, blockId: block.id, field, texts }] : [];
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return at("text", block.text);
    case "button":
      return at("label", block.label);
    case "picture":
      return at("alt", block.alt);
    case "lines":
      return block.heading === "own" ? at("text", block.text) : [];
    default:
      return [];
  }
}

/** A text in a language, or in the document's own where nobody has written it in that one. */
export function textIn(texts: Texts, language: Language, fallback: Language): { text: string; from: Language } {
  const own = texts[language];
  return own !== undefined && own.trim() !== ""
    ? { text: own, from: language }
    : { text: texts[fallback] ?? "", from: fallback };
}

/** The languages that some text of a document is written in, its own first. */
export function languagesOf(document: TemplateDocument): Language[] {
  const own = ownTexts(document);
  const written = languages.filter((language) => own.some(({ texts }) => texts[language]?.trim()));
  return [...new Set([document.language, ...written])];
}
