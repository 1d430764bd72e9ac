import sharp from "sharp";
import type { Mark, Picture } from "#domain/picture.ts";
import { outlined } from "./picture/outline.ts";

/** Twice the size that it is shown in, for screens that are sharper than a pixel. */
const density = 2;

/** Draws a picture as PNG, twice as large as its own measures. Needs neither a browser nor a font of the machine. */
export async function drawPicture(picture: Picture): Promise<Uint8Array> {
  const png = await sharp(Buffer.from(svgOf(picture)), { density: 72 * density })
    .png({ palette: true })
    .toBuffer();
  return new Uint8Array(png);
}

/** A picture as SVG in which letters are shapes. */
export function svgOf({ width, height, ground, marks }: Picture): string {
  const back = box({ kind: "box", x: 0, y: 0, width, height, fill: ground });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${back}${marks.map(drawn).join("")}</svg>`;
}

function drawn(mark: Mark): string {
  if (mark.kind === "box") return box(mark);
  return mark.kind === "line" ? line(mark) : text(mark);
}

function box({ x, y, width, height, fill, round = 0 }: Extract<Mark, { kind: "box" }>): string {
  return `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${Math.max(0, height)}" rx="${round}" fill="${colour(fill)}"/>`;
}

function line({ points, stroke, width, dashed }: Extract<Mark, { kind: "line" }>): string {
  const path = points.map(([x, y]) => `${x},${y}`).join(" ");
  return `<polyline points="${path}" fill="none" stroke="${colour(stroke)}" stroke-width="${width}" stroke-linejoin="round"${dashed ? ' stroke-dasharray="4 3"' : ""}/>`;
}

function text({ x, y, text: said, size, fill, anchor }: Extract<Mark, { kind: "text" }>): string {
  const { width, shapes, scale } = outlined(said, size);
  const start = x - (anchor === "start" ? 0 : anchor === "middle" ? width / 2 : width);
  const letters = shapes.map(({ at, path }) =>
    path ? `<path transform="translate(${start + at} ${y}) scale(${scale} ${-scale})" d="${path}"/>` : "",
  );
  return `<g fill="${colour(fill)}">${letters.join("")}</g>`;
}

/** Colours are ours, six digits each; anything else would be markup from somewhere. */
function colour(said: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(said)) throw new Error(`not a colour: ${said}`);
  return said;
}
