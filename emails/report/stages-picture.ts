import type { Mark, Picture } from "#domain/picture.ts";
import { type Ink, letters, pictureWidth } from "./picture-parts.ts";

export type Stage = { name: string; count: number };

const rowHeight = 30;
const bar = { left: 100, right: pictureWidth - 152, height: 16 };

/** How far enrollments came: a bar for each stage, with its count and its share of the first. */
export function stagesPicture(stages: Stage[], ink: Ink): Picture {
  const whole = stages[0]?.count ?? 0;
  const marks = stages.flatMap(({ name, count }, place): Mark[] => {
    const top = place * rowHeight + 12;
    const share = whole > 0 ? count / whole : 0;
    const width = (bar.right - bar.left) * share;
    const told = whole > 0 ? `${countText(count)}  (${percentText(share)})` : countText(count);
    const text = { kind: "text", y: top + 13, size: letters } as const;
    return [
      { ...text, x: 12, text: name, fill: ink.soft, anchor: "start" },
      { kind: "box", x: bar.left, y: top, width: bar.right - bar.left, height: bar.height, fill: ink.rule, round: 3 },
      { kind: "box", x: bar.left, y: top, width, height: bar.height, fill: ink.accent, round: 3 },
      { ...text, x: bar.right + 12, text: told, fill: ink.ink, anchor: "start" },
    ];
  });
  return { width: pictureWidth, height: stages.length * rowHeight + 12, ground: ink.card, marks };
}

export const countText = (count: number): string => new Intl.NumberFormat("en").format(count);

export const percentText = (share: number): string =>
  new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);
