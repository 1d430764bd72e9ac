import { type Language, languages } from "../language.ts";
import type { Block, ColumnBlock, TemplateDocument, Texts } from "./schema.ts";

/**
 * One own text of a document. `blockId` is "footer" for the footer's, "envelope" for what stands in the list of mails;
 * `field` names the text within its block.
 */
export type OwnText = {
  place: string;
  blockId: string;
  field: "text" | "label" | "alt" | "subject" | "preheader";
  texts: Texts;
};

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
    ...(["subject", "preheader"] as const).flatMap((field): OwnText[] => {
      const said = document.envelope[field];
      return said ? [{ place: `envelope.${field}`, blockId: "envelope", field, texts: said }] : [];
    }),
  ];
}

/** The document's own subject or preheader in a language; null is the writer's. */
export function envelopeText(
  { envelope, language: own }: TemplateDocument,
  field: "subject" | "preheader",
  language: Language,
): string | null {
  const said = envelope[field];
  return (said && textIn(said, language, own).text.replaceAll(/\s+/g, " ").trim()) || null;
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
