import type { Mark, Picture } from "#domain/picture.ts";
import { type Ink, letters, pictureWidth, shortCount } from "./picture-parts.ts";

const line = { left: 40, right: pictureWidth - 40, y: 28 };

/** A difference with its 95% interval on a line with nothing marked on it: whether the interval holds zero is seen at once. */
export function liftPicture(lift: { value: number; low: number; high: number }, ink: Ink): Picture {
  const [low, high] = [Math.min(0, lift.low), Math.max(0, lift.high)];
  const span = high - low || 1;
  const x = (amount: number) => line.left + ((amount - low) / span) * (line.right - line.left);
  const thick = { y: line.y - 4, height: 8, round: 4 };
  const name = (amount: number, anchor: "start" | "middle" | "end"): Mark => ({
    ...{ kind: "text", x: x(amount), y: line.y + 28, size: letters, fill: ink.faint, anchor },
    text: amount > 0 ? `+${shortCount(amount)}` : shortCount(amount).replace("-", "−"),
  });
  return {
    ...{ width: pictureWidth, height: 66, ground: ink.card },
    marks: [
      { kind: "box", x: line.left, y: line.y - 0.5, width: line.right - line.left, height: 1, fill: ink.rule },
      { kind: "box", x: x(lift.low), width: x(lift.high) - x(lift.low), ...thick, fill: ink.tint },
      { kind: "box", x: x(0) - 0.5, y: line.y - 14, width: 1, height: 28, fill: ink.faint },
      { kind: "box", x: x(lift.value) - 5, y: line.y - 5, width: 10, height: 10, round: 5, fill: ink.accent },
      name(lift.low, "middle"),
      name(lift.high, "middle"),
      ...(far(x, lift) ? [name(0, "middle")] : []),
    ],
  };
}

/** Zero is named where its name does not run into another. */
function far(x: (amount: number) => number, { low, high }: { low: number; high: number }): boolean {
  return Math.abs(x(0) - x(low)) > 60 && Math.abs(x(0) - x(high)) > 60;
}
