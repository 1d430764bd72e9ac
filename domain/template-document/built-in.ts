import type { Language } from "../language.ts";
import type { TemplateName } from "../sequence.ts";
import { type Block, type DocumentStyle, documentVersion, type TemplateDocument } from "./schema.ts";

type Bare = Block extends infer One ? (One extends Block ? Omit<One, "id" | "when"> : never) : never;

const always = "always" as const;
const style: DocumentStyle = {
  accent: null,
  page: null,
  card: null,
  ink: null,
  radius: 12,
  button: "solid",
  fonts: null,
};

const heading = (align: "start" | "center" = "start"): Bare => ({ kind: "heading", text: null, size: "large", align });
const words = (align: "start" | "center" = "start"): Bare => ({ kind: "words", align });
const postscript = (align: "start" | "center" = "start"): Bare => ({ kind: "postscript", align });
const button = (align: "start" | "center" = "start"): Bare => ({ kind: "button", label: null, to: "cart", align });
const space = (height: number): Bare => ({ kind: "spacer", height });
const band: Bare = { kind: "offer", variant: "band" };
const figure: Bare = { kind: "offer", variant: "figure" };
const lines: Extract<Block, { kind: "lines" }> = {
  ...{ kind: "lines", id: "lines", when: always, variant: "rows", from: "first", heading: "none", text: {} },
  ...{ totals: true, order: "cart" },
};
const rows = (part: Partial<Omit<typeof lines, "id" | "when">> = {}): Bare => ({ ...lines, ...part });

type Made = { frame?: TemplateDocument["frame"]; button?: DocumentStyle["button"]; blocks: Bare[] };

const made: Record<TemplateName, Made> = {
  reminder: { blocks: [heading(), words(), band, button(), rows(), postscript()] },
  "product-hero": {
    frame: "centred",
    blocks: [
      ...[{ kind: "hero" } as const, space(36), heading("center"), words("center"), band, button("center")],
      ...[rows({ from: "second", heading: "also_in_cart" }), postscript("center")],
    ],
  },
  "cart-table": {
    blocks: [heading(), words(), band, { kind: "summary" }, button(), rows({ variant: "table" }), postscript()],
  },
  help: {
    blocks: [heading(), words(), { kind: "answers" }, band, button(), rows({ variant: "strip" }), postscript()],
  },
  "social-proof": {
    frame: "centred",
    blocks: [
      ...[heading("center"), words("center"), { kind: "proof" } as const, band, button("center")],
      ...[rows(), postscript("center")],
    ],
  },
  "free-shipping": {
    blocks: [
      ...[{ kind: "ornament", variant: "airmail" } as const, space(32), heading(), band, space(12), words()],
      ...[button(), rows(), postscript()],
    ],
  },
  "percent-off": {
    frame: "centred",
    blocks: [
      ...[figure, space(36), heading("center"), words("center"), button("center"), rows(), postscript("center")],
    ],
  },
  "low-stock": {
    blocks: [
      ...[heading(), words(), band, rows({ order: "few_first" }), button(), { kind: "stock_note" } as const],
      postscript(),
    ],
  },
  "last-chance": {
    blocks: [
      ...[heading(), { kind: "deadline" } as const, space(12), words(), button()],
      ...[rows({ variant: "strip" }), postscript()],
    ],
  },
  "personal-note": {
    frame: "letter",
    button: "link",
    blocks: [
      ...[{ kind: "heading", text: null, size: "small", align: "start" } as const, words(), rows({ variant: "note" })],
      ...[button(), { kind: "signature" } as const, postscript()],
    ],
  },
  loyalty: {
    blocks: [
      ...[{ kind: "member" } as const, space(36), heading(), words(), band, button()],
      ...[rows({ variant: "strip" }), postscript()],
    ],
  },
  "post-purchase": {
    frame: "centred",
    blocks: [
      ...[{ kind: "ornament", variant: "tick" } as const, heading("center"), words("center")],
      ...[rows({ heading: "your_order" }), band, button("center"), postscript("center")],
    ],
  },
  "win-back": {
    frame: "centred",
    blocks: [
      ...[heading("center"), words("center"), space(32), figure, button("center")],
      ...[rows({ variant: "tiles", heading: "looked_at", totals: false }), postscript("center")],
    ],
  },
};

/** Room that only belongs to its neighbour comes and goes with it. */
const neighbours: Partial<Record<TemplateName, Record<string, Block["when"]>>> = {
  "free-shipping": { "spacer-2": "offer" },
  "percent-off": { spacer: "offer" },
  "last-chance": { spacer: "offer" },
  loyalty: { spacer: "returning" },
  "win-back": { spacer: "offer" },
};

/** One of the built-in templates as a document, to start from. Its texts are all the writer's, so it speaks every language. */
export function builtInDocument(name: TemplateName, language: Language): TemplateDocument {
  const { frame = "card", button: look = "solid", blocks } = made[name];
  const counts = new Map<string, number>();
  const placed = blocks.map((bare): Block => {
    const nth = (counts.get(bare.kind) ?? 0) + 1;
    counts.set(bare.kind, nth);
    const id = `${bare.kind.replace("_", "-")}${nth > 1 ? `-${nth}` : ""}`;
    return { ...bare, id, when: neighbours[name]?.[id] ?? always };
  });
  const own = { ...style, button: look };
  const kept = { footer: { text: null }, envelope: { subject: null, preheader: null } };
  return { version: documentVersion, base: name, language, frame, style: own, blocks: placed, ...kept };
}
