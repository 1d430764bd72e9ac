import { houseColours } from "#domain/brand-look.ts";
import type { Language } from "#domain/language.ts";
import { fillOrDrop, type SlotFacts } from "#domain/slots.ts";
import { coloursOf } from "#domain/template-document/faults.ts";
import type { Block, TemplateDocument } from "#domain/template-document/schema.ts";
import { envelopeText, ownTextOf, ownTexts, textIn } from "#domain/template-document/texts.ts";
import { type ShownFacts, shownBlocks } from "#domain/template-document/visible.ts";
import { buttonWidth } from "./button-width.ts";
import type { Kit } from "./parts/look.ts";

/**
 * A saved template as one message shows it: the blocks that are there, and their own texts filled. `key` names the frozen
 * version that it comes from; one that is still being edited has none and is never compiled. `marked` tells blocks apart
 * in a preview.
 */
export type Design = {
  key: string | null;
  frame: TemplateDocument["frame"];
  blocks: Block[];
  own: Record<string, string>;
  marked: boolean;
};

/** A document and the version it is of. */
export type Designed = { key: string | null; document: TemplateDocument; marked?: boolean };

/** Lays a document out for one message. A text that has no facts left takes its block with it. */
export function designOf(
  { key, document, marked = false }: Designed,
  asked: { language: Language; slots: SlotFacts; shown: ShownFacts },
): Design {
  const own: Record<string, string> = {};
  for (const { place, blockId, field, texts } of ownTexts(document)) {
    if (blockId === "envelope") continue;
    const text = fillOrDrop(textIn(texts, asked.language, document.language).text, asked.slots);
    own[place] = text;
    if (field === "label") own[`${place}.width`] = buttonWidth(text);
  }
  const stands = (block: Block) => block.kind === "picture" || ownTextOf(block).every(({ place }) => own[place] !== "");
  const blocks = shownBlocks(document.blocks, asked.shown)
    .filter(stands)
    .map((block) => {
      if (block.kind !== "columns") return block;
      return { ...block, left: block.left.filter(stands), right: block.right.filter(stands) };
    });
  for (const block of blocks.flatMap(inside)) if (block.kind === "picture") own[`${block.id}.url`] = block.url;
  return { key, frame: document.frame, blocks, own, marked };
}

const inside = (block: Block): Block[] => (block.kind === "columns" ? [...block.left, ...block.right] : [block]);

/** A document's own subject and preheader with their facts; what it does not say, or has no facts for, is the writer's. */
export function envelopeOf(
  { document }: Designed,
  { language, slots }: { language: Language; slots: SlotFacts },
): { subject?: string; preheader?: string } {
  const filled = (field: "subject" | "preheader") => fillOrDrop(envelopeText(document, field, language) ?? "", slots);
  const [subject, preheader] = [filled("subject"), filled("preheader")];
  return { ...(subject && { subject }), ...(preheader && { preheader }) };
}

/** How many lines a document shows, and in which order. */
export function linesShown({ blocks }: TemplateDocument): { most: number; fewFirst: boolean } {
  const lines = blocks.find((block) => block.kind === "lines");
  const most = { rows: 10, table: 10, note: 10, strip: 4, tiles: 3 };
  return { most: most[lines?.variant ?? "rows"], fewFirst: lines?.order === "few_first" };
}

const houseRadius = 12;

/** A brand's kit with a document's style over it. */
export function kitOf<Brand extends Kit & { accent: string }>(brand: Brand, document: TemplateDocument): Brand & Kit {
  const { style } = document;
  const colours = coloursOf(style, { accent: brand.accent, colours: brand.colours ?? houseColours });
  const shape = { round: style.radius / houseRadius, button: style.button };
  return { ...brand, ...colours, ...shape, ...(style.fonts && { fonts: style.fonts }) };
}
