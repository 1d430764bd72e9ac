/** Families that a brand may set its messages in; `house` leaves each language its own. */
export const brandFonts = [
  "house",
  "arial",
  "verdana",
  "tahoma",
  "trebuchet",
  "georgia",
  "palatino",
  "times",
  "courier",
  "inter",
] as const;
export type BrandFont = (typeof brandFonts)[number];
export type KitFonts = { heading: BrandFont; body: BrandFont };
export const houseFonts: KitFonts = { heading: "house", body: "house" };

/**
 * `stack` goes into styles as it stands (no quotes: some programs escape them). `webFont` names the face that is loaded
 * from this installation, so that no third party learns who reads; `outlook` is what Outlook on Windows shows instead.
 */
export type FontFace = { label: string; stack: string; webFont: string | null; outlook: string };

export const fontFaces: Record<Exclude<BrandFont, "house">, FontFace> = {
  arial: installed("Arial", "Arial,Helvetica Neue,Helvetica,sans-serif"),
  verdana: installed("Verdana", "Verdana,Geneva,DejaVu Sans,sans-serif"),
  tahoma: installed("Tahoma", "Tahoma,Geneva,Verdana,sans-serif"),
  trebuchet: installed("Trebuchet MS", "Trebuchet MS,Lucida Grande,Tahoma,sans-serif"),
  georgia: installed("Georgia", "Georgia,Times New Roman,serif"),
  palatino: installed("Palatino", "Palatino Linotype,Palatino,Book Antiqua,Georgia,serif", "Palatino Linotype"),
  times: installed("Times New Roman", "Times New Roman,Times,serif"),
  courier: installed("Courier New", "Courier New,Courier,monospace"),
  inter: {
    label: "Inter",
    stack: "Inter,-apple-system,Segoe UI,Helvetica Neue,Arial,sans-serif",
    webFont: "Inter",
    outlook: "Segoe UI",
  },
};

function installed(label: string, stack: string, outlook: string = label): FontFace {
  return { label, stack, webFont: null, outlook };
}
