import { stepsUpTo } from "#domain/axis.ts";
import type { Mark, Picture } from "#domain/picture.ts";
import { type Ink, letters, pictureWidth, shortCount } from "./picture-parts.ts";

export type DayAmount = { day: string; amount: number };

const plot = { left: 52, right: pictureWidth - 12, top: 16, bottom: 174 };

/** Amounts by day as bars, the as many days before as a dashed line. Amounts are whole units: the caption says of what. */
export function daysPicture(now: DayAmount[], before: DayAmount[], ink: Ink): Picture {
  const steps = stepsUpTo(Math.max(...now.map(({ amount }) => amount), ...before.map(({ amount }) => amount)));
  const most = steps.at(-1) ?? 1;
  const y = (amount: number) => plot.bottom - (Math.max(0, amount) / most) * (plot.bottom - plot.top);
  const slot = (plot.right - plot.left) / Math.max(1, now.length);
  const middle = (place: number) => plot.left + (place + 0.5) * slot;
  const thick = Math.min(40, slot * 0.62);
  const grid = steps.flatMap((step): Mark[] => [
    { kind: "box", x: plot.left, y: y(step) - 0.5, width: plot.right - plot.left, height: 1, fill: ink.rule },
    {
      kind: "text",
      x: plot.left - 8,
      y: y(step) + 5,
      text: shortCount(step),
      size: letters,
      fill: ink.faint,
      anchor: "end",
    },
  ]);
  const bars = now.map(({ amount }, place): Mark => {
    const top = y(amount);
    const height = plot.bottom - top;
    return { kind: "box", x: middle(place) - thick / 2, y: top, width: thick, height, fill: ink.accent, round: 2 };
  });
  // The last of these days may have no counterpart: a month is told against as many days before it.
  const line = before.slice(0, now.length).map(({ amount }, place): [number, number] => [middle(place), y(amount)]);
  return {
    ...{ width: pictureWidth, height: 204, ground: ink.card },
    marks: [
      ...grid,
      ...bars,
      { kind: "line", points: line, stroke: ink.soft, width: 1.5, dashed: true },
      ...now.flatMap(({ day }, place) => dayMark(day, place, { count: now.length, x: middle(place), ink })),
    ],
  };
}

/** Each day of a week is named, of a month every seventh. */
function dayMark(day: string, place: number, at: { count: number; x: number; ink: Ink }): Mark[] {
  if (at.count > 10 && place % 7 !== 0) return [];
  const format = at.count > 10 ? { day: "numeric", month: "short" } : { weekday: "short", day: "numeric" };
  const text = new Intl.DateTimeFormat("en-GB", { ...format, timeZone: "UTC" } as Intl.DateTimeFormatOptions).format(
    new Date(`${day}T00:00:00Z`),
  );
  return [{ kind: "text", x: at.x, y: plot.bottom + 20, text, size: letters, fill: at.ink.faint, anchor: "middle" }];
}
