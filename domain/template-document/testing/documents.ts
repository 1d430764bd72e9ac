import fc from "fast-check";
import { brandFonts } from "../../brand-font.ts";
import { languages } from "../../language.ts";
import { templateNames } from "../../sequence.ts";
import {
  alignments,
  type Block,
  type BlockKind,
  blockConditions,
  buttonLooks,
  documentVersion,
  frameKinds,
  headingSizes,
  linesHeadings,
  linesVariants,
  offerVariants,
  ornaments,
  type TemplateDocument,
  targets,
  textSizes,
} from "../schema.ts";

const one = fc.constantFrom;

/** Any block of any kind, its texts as given. */
function blockArbitraries(text: fc.Arbitrary<string>): Record<BlockKind, fc.Arbitrary<Block>> {
  const texts = fc.dictionary(one(...languages), text, { noNullPrototype: true });
  const url = text.map((path) => `https://cdn.example/${path}`);
  const placed = { id: fc.constant("x"), when: one(...blockConditions) };
  const align = one(...alignments);
  const bare = (kind: BlockKind) => fc.record({ kind: fc.constant(kind), ...placed }) as fc.Arbitrary<Block>;
  const kind = <Kind extends BlockKind>(name: Kind) => fc.constant(name);
  const plain = {
    heading: fc.record({
      ...{ kind: kind("heading"), ...placed, align, size: one(...headingSizes) },
      text: fc.option(texts, { nil: null }),
    }),
    paragraph: fc.record({ kind: kind("paragraph"), ...placed, align, size: one(...textSizes), text: texts }),
    picture: fc.record({
      ...{ kind: kind("picture"), ...placed, align, url, alt: texts, width: fc.integer({ min: 24, max: 504 }) },
      to: fc.option(one(...targets), { nil: null }),
    }),
    button: fc.record({
      ...{ kind: kind("button"), ...placed, align, to: one(...targets) },
      label: fc.option(texts, { nil: null }),
    }),
    divider: fc.record({ kind: kind("divider"), ...placed }),
    spacer: fc.record({ kind: kind("spacer"), ...placed, height: fc.integer({ min: 4, max: 120 }) }),
  };
  const column = fc.array(fc.oneof(...Object.values(plain)), { maxLength: 3 });
  return {
    ...plain,
    ...{ words: fc.record({ kind: kind("words"), ...placed, align }) },
    ...{ postscript: fc.record({ kind: kind("postscript"), ...placed, align }) },
    lines: fc.record({
      ...{
        kind: kind("lines"),
        ...placed,
        variant: one(...linesVariants),
        from: one("first" as const, "second" as const),
      },
      ...{ heading: one(...linesHeadings), text: texts, totals: fc.boolean() },
      order: one("cart" as const, "few_first" as const),
    }),
    offer: fc.record({ kind: kind("offer"), ...placed, variant: one(...offerVariants) }),
    ornament: fc.record({ kind: kind("ornament"), ...placed, variant: one(...ornaments) }),
    columns: fc.record({
      ...{ kind: kind("columns"), ...placed, share: one(33 as const, 50 as const, 67 as const) },
      ...{ left: column, right: column },
    }),
    ...{ hero: bare("hero"), summary: bare("summary"), totals: bare("totals"), deadline: bare("deadline") },
    ...{ answers: bare("answers"), proof: bare("proof"), member: bare("member") },
    ...{ stock_note: bare("stock_note"), signature: bare("signature") },
  };
}

/** Any document that may be saved, with any texts in it; its blocks are numbered and its lines stand once. */
export function anyDocument(text: fc.Arbitrary<string>): fc.Arbitrary<TemplateDocument> {
  const kinds = blockArbitraries(text);
  const colour = fc.option(
    fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`),
    { nil: null },
  );
  return fc.record({
    ...{ version: fc.constant(documentVersion as 1), base: one(...templateNames), language: one(...languages) },
    frame: one(...frameKinds),
    style: fc.record({
      ...{ accent: colour, page: colour, card: colour, ink: colour, button: one(...buttonLooks) },
      radius: fc.integer({ min: 0, max: 24 }),
      fonts: fc.option(fc.record({ heading: one(...brandFonts), body: one(...brandFonts) }), { nil: null }),
    }),
    blocks: fc.array(fc.oneof(...Object.values(kinds)), { maxLength: 14 }).map(numbered),
    footer: fc.record({
      text: fc.option(fc.dictionary(one(...languages), text, { noNullPrototype: true }), { nil: null }),
    }),
    envelope: fc.record({
      subject: fc.option(fc.dictionary(one(...languages), text, { noNullPrototype: true }), { nil: null }),
      preheader: fc.option(fc.dictionary(one(...languages), text, { noNullPrototype: true }), { nil: null }),
    }),
  });
}

function numbered(blocks: Block[]): Block[] {
  const lines = blocks.findIndex(({ kind }) => kind === "lines");
  return blocks
    .filter(({ kind }, place) => kind !== "lines" || place === lines)
    .map((block, place) => {
      const id = `${block.kind.replace("_", "-")}-${place}`;
      if (block.kind !== "columns") return { ...block, id };
      const side = (name: string, inner: typeof block.left) =>
        inner.map((cell, nth) => ({ ...cell, id: `${name}-${place}-${nth}` }));
      return { ...block, id, left: side("left", block.left), right: side("right", block.right) };
    });
}
