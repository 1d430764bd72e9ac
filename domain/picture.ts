type Point = [x: number, y: number];

/** One mark of a picture. Lengths are pixels from the upper left corner, texts stand on their `y`. */
export type Mark =
  | { kind: "box"; x: number; y: number; width: number; height: number; fill: string; round?: number }
  | { kind: "line"; points: Point[]; stroke: string; width: number; dashed?: boolean }
  | {
      kind: "text";
      x: number;
      y: number;
      text: string;
      size: number;
      fill: string;
      anchor: "start" | "middle" | "end";
    };

/** A chart for where no browser draws, such as mail: marks from the back to the front. */
export type Picture = { width: number; height: number; ground: string; marks: Mark[] };
