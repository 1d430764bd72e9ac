import { join } from "node:path";
import { type Font, openSync } from "fontkit";

const file = "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
let font: Font | null = null;

/** The pages' own typeface: machines without any fonts draw the same picture. */
function houseFont(): Font {
  font ??= opened(join(process.cwd(), file));
  return font;
}

function opened(path: string): Font {
  const found = openSync(path);
  if (!("layout" in found)) throw new Error(`${path} holds no single font`);
  return found;
}

/** A text as the shapes of its letters, and how wide it is. Letters beyond Latin are drawn as boxes: give it none. */
export function outlined(
  text: string,
  size: number,
): { width: number; shapes: { at: number; path: string }[]; scale: number } {
  const { unitsPerEm } = houseFont();
  const scale = size / unitsPerEm;
  const run = houseFont().layout(text, ["tnum"]);
  let at = 0;
  const shapes = run.glyphs.map((glyph, place) => {
    const shape = { at: at * scale, path: glyph.path.toSVG() };
    at += run.positions[place]?.xAdvance ?? 0;
    return shape;
  });
  return { width: at * scale, shapes, scale };
}
