import type { Block, BlockCondition, TemplateDocument } from "./schema.ts";
import { everyBlock } from "./texts.ts";

/** What the conditions of blocks are asked of. */
export type ShownFacts = {
  offer: { code: boolean; deadline: boolean } | null;
  lineCount: number;
  fewLeft: boolean;
  /** Orders that the contact has placed; null where nobody counted. */
  ownOrders: number | null;
};

/** Whether a block with this condition is there. */
export function isShown(when: BlockCondition, { offer, lineCount, fewLeft, ownOrders }: ShownFacts): boolean {
  switch (when) {
    case "always":
      return true;
    case "offer":
      return offer !== null;
    case "no_offer":
      return offer === null;
    case "code":
      return offer?.code === true;
    case "deadline":
      return offer?.deadline === true;
    case "several":
      return lineCount > 1;
    case "few_left":
      return fewLeft;
    case "returning":
      return (ownOrders ?? 0) > 0;
    case "first_time":
      return (ownOrders ?? 0) === 0;
  }
}

/** The blocks of a document that are there, those in columns too. */
export function shownBlocks(blocks: Block[], facts: ShownFacts): Block[] {
  const shown = <One extends Block>(all: One[]) => all.filter(({ when }) => isShown(when, facts));
  return shown(blocks).map((block) =>
    block.kind === "columns" ? { ...block, left: shown(block.left), right: shown(block.right) } : block,
  );
}

/** Which facts a document asks for that cost a query each. */
export function documentNeeds(document: TemplateDocument): { shopOrders: boolean; ownOrders: boolean } {
  const blocks = everyBlock(document);
  const asked = (kind: Block["kind"]) => blocks.some((block) => block.kind === kind);
  const orders = blocks.some(({ when }) => when === "returning" || when === "first_time");
  return { shopOrders: asked("proof"), ownOrders: asked("member") || orders };
}
