import { groundsOf, houseColours, type KitColours } from "../brand-look.ts";
import { contrast, textContrast } from "../colour.ts";
import { type Language, languages } from "../language.ts";
import { isSlotName, slotsIn } from "../slots.ts";
import { type Block, type DocumentStyle, documentSchema, type TemplateDocument, type Texts } from "./schema.ts";
import { everyBlock, ownTexts, textIn } from "./texts.ts";

export const documentFaultNames = [
  "invalid_shape",
  "unknown_block",
  "repeated_block_id",
  "no_blocks",
  "broken_slot",
  "unknown_slot",
  "empty_text",
  "empty_button",
  "no_way_back",
  "picture_without_address",
  "picture_not_https",
  "picture_without_alt",
  "repeated_lines",
  "low_contrast",
  "too_large",
] as const;
export type DocumentFaultName = (typeof documentFaultNames)[number];

/** What is wrong and where: `blockId` is a block's, "style", "footer" or "envelope"; null is the whole. `language` where it is in one. */
export type DocumentFault = {
  fault: DocumentFaultName;
  blockId: string | null;
  field: string | null;
  language: Language | null;
};

/** Reads a stored or sent document, or says in which block its shape is wrong. */
export function readDocument(raw: unknown): { document: TemplateDocument } | { faults: DocumentFault[] } {
  const read = documentSchema.safeParse(raw);
  if (read.success) return { document: read.data };
  return { faults: read.error.issues.map(({ path, code, message }) => located(raw, path, `${code} ${message}`)) };
}

function located(raw: unknown, path: PropertyKey[], said: string): DocumentFault {
  const [room, place, ...rest] = path;
  const blocks = isRecord(raw) && Array.isArray(raw.blocks) ? raw.blocks : [];
  const found: unknown = room === "blocks" && typeof place === "number" ? blocks[place] : null;
  const blockId = isRecord(found) && typeof found.id === "string" ? found.id : room === "style" ? "style" : null;
  const unknown = room === "blocks" && rest.at(-1) === "kind" && said.startsWith("invalid_union");
  const fault = unknown ? "unknown_block" : "invalid_shape";
  const within = room === "blocks" ? rest : path.slice(1);
  return { fault, blockId, field: (blockId === null ? path : within).map(String).join(".") || null, language: null };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Everything that keeps a document from being published. */
export function documentFaultsOf(document: TemplateDocument, brand?: BrandColours): DocumentFault[] {
  return [
    ...wholeFaults(document),
    ...blockFaults(document),
    ...envelopeFaults(document),
    ...slotFaults(document),
    ...styleFaults(document, brand),
  ];
}

const at = (fault: DocumentFaultName, blockId: string | null, field: string | null = null): DocumentFault => ({
  ...{ fault, blockId, field, language: null },
});

function wholeFaults(document: TemplateDocument): DocumentFault[] {
  const blocks = everyBlock(document);
  const repeated = blocks.filter((block, index) => blocks.findIndex(({ id }) => id === block.id) < index);
  const [, ...moreLines] = blocks.filter(({ kind }) => kind === "lines");
  const leads = blocks.some((block) => block.kind === "button" && block.when === "always" && block.to === "cart");
  return [
    ...(blocks.length > 0 ? [] : [at("no_blocks", null)]),
    ...repeated.map(({ id }) => at("repeated_block_id", id, "id")),
    ...moreLines.map(({ id }) => at("repeated_lines", id)),
    ...(textBytes(document) > mostTextBytes ? [at("too_large", null)] : []),
    ...(leads || blocks.length === 0 ? [] : [at("no_way_back", null)]),
  ];
}

/** With ten lines and every block beside them, a message of so much text stays under 60 kB. */
export const mostTextBytes = 9_000;

/** The own text of the language that has most, as it is written in HTML. */
function textBytes(document: TemplateDocument): number {
  const size = (text: string) => new TextEncoder().encode(text).byteLength + (text.match(/[&<>"']/g)?.length ?? 0) * 4;
  const own = ownTexts(document);
  const sizes = languages.map((language) =>
    own.reduce((sum, { texts }) => sum + size(textIn(texts, language, document.language).text), 0),
  );
  return Math.max(...sizes);
}

function blockFaults(document: TemplateDocument): DocumentFault[] {
  const said = (texts: Texts) => (texts[document.language] ?? "").trim() !== "";
  const faultsOf = (block: Block): DocumentFault[] => {
    switch (block.kind) {
      case "paragraph":
        return said(block.text) ? [] : [at("empty_text", block.id, "text")];
      case "heading":
        return block.text === null || said(block.text) ? [] : [at("empty_text", block.id, "text")];
      case "lines":
        return block.heading !== "own" || said(block.text) ? [] : [at("empty_text", block.id, "text")];
      case "button":
        return block.label === null || said(block.label) ? [] : [at("empty_button", block.id, "label")];
      case "picture":
        return [
          ...addressFaults(block.id, block.url),
          ...(said(block.alt) ? [] : [at("picture_without_alt", block.id, "alt")]),
        ];
      default:
        return [];
    }
  };
  return everyBlock(document).flatMap(faultsOf);
}

/** A subject that some language has and the document's own has not would be the writer's in that one alone. */
function envelopeFaults({ envelope, language }: TemplateDocument): DocumentFault[] {
  return (["subject", "preheader"] as const).flatMap((field) => {
    const said = envelope[field];
    return !said || (said[language] ?? "").trim() !== "" ? [] : [at("empty_text", "envelope", field)];
  });
}

function addressFaults(id: string, url: string): DocumentFault[] {
  if (url.trim() === "") return [at("picture_without_address", id, "url")];
  return URL.canParse(url) && new URL(url).protocol === "https:" ? [] : [at("picture_not_https", id, "url")];
}

function slotFaults(document: TemplateDocument): DocumentFault[] {
  return ownTexts(document).flatMap(({ blockId, field, texts }) =>
    languages.flatMap((language): DocumentFault[] => {
      const fault = slotFaultOf(texts[language] ?? "");
      return fault ? [{ fault, blockId, field, language }] : [];
    }),
  );
}

/** A slot that is not closed, or that nothing fills. */
export function slotFaultOf(text: string): "broken_slot" | "unknown_slot" | null {
  if (/\{\{|\}\}/.test(text.replaceAll(/\{\{[^{}]*\}\}/g, ""))) return "broken_slot";
  return slotsIn(text).every(isSlotName) ? null : "unknown_slot";
}

/** The brand's colours, over which a document lays its own. */
export type BrandColours = { accent: string; colours: KitColours };
const house: BrandColours = { accent: "#2f5d50", colours: houseColours };

/** The colours of a brand with a document's own in their place. */
export function coloursOf({ accent, page, card, ink }: DocumentStyle, brand: BrandColours): BrandColours {
  const own = { ...(page && { page }), ...(card && { card }), ...(ink && { text: ink }) };
  // The brand's own ink was chosen for the brand's own card.
  const { text, ...rest } = brand.colours.light;
  const kept = page || card ? rest : { ...rest, ...(text && { text }) };
  return { accent: accent ?? brand.accent, colours: { ...brand.colours, light: { ...kept, ...own } } };
}

/** How the text of a document reads on its card, 1 to 21. */
export function inkContrast(style: DocumentStyle, brand: BrandColours = house): number {
  const { accent, colours } = coloursOf(style, brand);
  const { card, ink } = groundsOf(accent, colours).light;
  return contrast(ink, card);
}

function styleFaults({ style }: TemplateDocument, brand?: BrandColours): DocumentFault[] {
  return inkContrast(style, brand) < textContrast ? [at("low_contrast", "style", "ink")] : [];
}

/** Where a language falls back to the document's own, by block. */
export function untranslated(document: TemplateDocument, language: Language): string[] {
  return ownTexts(document)
    .filter(({ texts }) => textIn(texts, language, document.language).from !== language)
    .map(({ blockId }) => blockId);
}
