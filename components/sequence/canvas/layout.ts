import type { Block, Blocks, Branch } from "#domain/sequence/blocks.ts";
import type { Slot } from "#domain/sequence/edit.ts";

/** Sizes of the drawing, in pixels. A row holds a card and the way to the next one. */
export const card = { width: 288, height: 80, end: 28 };
const column = card.width + 36;
const row = card.height + 68;

/** Where a card's upper left corner is. `end` cards mark the places where a branch ends. */
export type PlacedCard = { id: string; kind: "trigger" | "step" | "end"; x: number; y: number; slot: Slot | null };
/** A way from a branch to a card. It goes down in the lane `x`, so that it passes beside what stands between. */
export type PlacedWay = { id: string; slot: Slot; to: string; lane: number };
export type Layout = { cards: PlacedCard[]; ways: PlacedWay[] };

export const triggerId = "trigger";
export const endId = (slot: Slot) => `end:${slot.stepId ?? triggerId}:${slot.branch}`;

type Box = { width: number; height: number };
type Pen = Layout;

/**
 * Draws a sequence from top to bottom, each block in columns and rows of its own: branches side by side, what follows
 * where they meet below all of them. Cards therefore never overlap, whatever the graph.
 */
export function layOut({ main, apart }: Blocks): Layout {
  const pen: Pen = { cards: [], ways: [] };
  const size = branchBox(main);
  place(pen, { id: triggerId, kind: "trigger", slot: null }, { x: size.width / 2, y: 0 });
  drawBranch(pen, main, { x: 0, y: 1 });
  let left = size.width;
  for (const block of apart) {
    drawBlock(pen, block, { x: left, y: 1 });
    left += blockBox(block).width;
  }
  return pen;
}

function blockBox(block: Block): Box {
  const branches = branchesBox(block);
  const after = block.after.map(blockBox);
  return {
    width: Math.max(1, branches.width, ...after.map((box) => box.width)),
    height: 1 + branches.height + after.reduce((sum, box) => sum + box.height, 0),
  };
}

function branchesBox({ branches }: Block): Box {
  const boxes = branches.map(branchBox);
  return { width: boxes.reduce((sum, box) => sum + box.width, 0), height: Math.max(0, ...boxes.map((b) => b.height)) };
}

/** A branch that goes on elsewhere keeps a lane where it shares the row with others. */
function branchBox(branch: Branch): Box {
  if (branch.block) return blockBox(branch.block);
  return { width: 1, height: branch.to === null ? 1 : 0 };
}

function drawBlock(pen: Pen, block: Block, at: { x: number; y: number }): void {
  const { width } = blockBox(block);
  const branches = branchesBox(block);
  place(pen, { id: block.step.id, kind: "step", slot: null }, { x: at.x + width / 2, y: at.y });
  let left = at.x + (width - branches.width) / 2;
  for (const branch of block.branches) {
    drawBranch(pen, branch, { x: left, y: at.y + 1 });
    left += branchBox(branch).width;
  }
  let below = at.y + 1 + branches.height;
  for (const after of block.after) {
    const box = blockBox(after);
    drawBlock(pen, after, { x: at.x + (width - box.width) / 2, y: below });
    below += box.height;
  }
}

function drawBranch(pen: Pen, branch: Branch, at: { x: number; y: number }): void {
  const middle = at.x + branchBox(branch).width / 2;
  const { slot } = branch;
  const lane = middle * column;
  const id = `${slot.stepId ?? triggerId}:${slot.branch}`;
  if (branch.block) drawBlock(pen, branch.block, at);
  if (branch.to !== null) {
    pen.ways.push({ id, slot, to: branch.to, lane });
    return;
  }
  place(pen, { id: endId(slot), kind: "end", slot }, { x: middle, y: at.y });
  pen.ways.push({ id, slot, to: endId(slot), lane });
}

function place(pen: Pen, what: Pick<PlacedCard, "id" | "kind" | "slot">, at: { x: number; y: number }): void {
  const width = what.kind === "end" ? card.end : card.width;
  pen.cards.push({ ...what, x: at.x * column - width / 2, y: at.y * row });
}

/** Where the plus of a way is, on its lane below the card that it leaves. */
export function plusOf(layout: Layout, way: PlacedWay): { x: number; y: number } {
  const from = layout.cards.find(({ id }) => id === (way.slot.stepId ?? triggerId));
  const end = layout.cards.find(({ id }) => id === way.to && id.startsWith("end:"));
  if (end) return { x: end.x + card.end / 2, y: end.y + card.end / 2 };
  return { x: way.lane, y: (from?.y ?? 0) + card.height + plusDrop };
}

/** How far below a card its ways turn into their lanes, carry their name, and have their plus. */
export const turnDrop = 14;
export const nameDrop = 26;
export const plusDrop = 48;
