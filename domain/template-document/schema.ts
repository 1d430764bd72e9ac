import { z } from "zod";
import { brandFonts } from "../brand-font.ts";
import { languages } from "../language.ts";
import { templateNames } from "../sequence.ts";

export const documentVersion = 1;
export const mostBlocks = 40;
export const mostColumnBlocks = 6;
export const longestText = 1_000;

/** When a block is there: what has to be true of the message that is filled in. */
export const blockConditions = [
  "always",
  "offer",
  "no_offer",
  "code",
  "deadline",
  "several",
  "few_left",
  "returning",
  "first_time",
] as const;
export type BlockCondition = (typeof blockConditions)[number];

export const alignments = ["start", "center"] as const;
export const headingSizes = ["large", "medium", "small"] as const;
export const textSizes = ["normal", "small"] as const;
export const linesVariants = ["rows", "table", "strip", "tiles", "note"] as const;
export const linesHeadings = ["none", "also_in_cart", "your_order", "looked_at", "own"] as const;
export const offerVariants = ["band", "figure"] as const;
export const ornaments = ["airmail", "tick"] as const;
export const targets = ["cart", "shop"] as const;
export const frameKinds = ["card", "centred", "letter"] as const;
export const buttonLooks = ["solid", "outline", "link"] as const;

/** A text in some languages; where one is missing, the document's own language speaks. */
const texts = z.partialRecord(z.enum(languages), z.string().max(longestText));
export type Texts = z.infer<typeof texts>;

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, "A block's id is made of a to z, 0 to 9 and dashes");
const placed = { id, when: z.enum(blockConditions) };
const align = z.enum(alignments);
const address = z.string().max(1_000);

const plain = [
  z.strictObject({ kind: z.literal("heading"), ...placed, text: texts.nullable(), size: z.enum(headingSizes), align }),
  z.strictObject({ kind: z.literal("paragraph"), ...placed, text: texts, size: z.enum(textSizes), align }),
  z.strictObject({
    ...{ kind: z.literal("picture"), ...placed, url: address, alt: texts, width: z.int().min(24).max(504), align },
    to: z.enum(targets).nullable(),
  }),
  z.strictObject({ kind: z.literal("button"), ...placed, label: texts.nullable(), to: z.enum(targets), align }),
  z.strictObject({ kind: z.literal("divider"), ...placed }),
  z.strictObject({ kind: z.literal("spacer"), ...placed, height: z.int().min(4).max(120) }),
] as const;

const columnBlock = z.discriminatedUnion("kind", plain);
const inColumn = z.array(columnBlock).max(mostColumnBlocks);

const block = z.discriminatedUnion("kind", [
  ...plain,
  z.strictObject({ kind: z.literal("words"), ...placed, align }),
  z.strictObject({ kind: z.literal("postscript"), ...placed, align }),
  z.strictObject({
    ...{ kind: z.literal("lines"), ...placed, variant: z.enum(linesVariants), from: z.enum(["first", "second"]) },
    ...{ heading: z.enum(linesHeadings), text: texts, totals: z.boolean(), order: z.enum(["cart", "few_first"]) },
  }),
  z.strictObject({ kind: z.literal("hero"), ...placed }),
  z.strictObject({ kind: z.literal("summary"), ...placed }),
  z.strictObject({ kind: z.literal("totals"), ...placed }),
  z.strictObject({ kind: z.literal("offer"), ...placed, variant: z.enum(offerVariants) }),
  z.strictObject({ kind: z.literal("deadline"), ...placed }),
  z.strictObject({ kind: z.literal("answers"), ...placed }),
  z.strictObject({ kind: z.literal("proof"), ...placed }),
  z.strictObject({ kind: z.literal("member"), ...placed }),
  z.strictObject({ kind: z.literal("stock_note"), ...placed }),
  z.strictObject({ kind: z.literal("signature"), ...placed }),
  z.strictObject({ kind: z.literal("ornament"), ...placed, variant: z.enum(ornaments) }),
  z.strictObject({
    ...{ kind: z.literal("columns"), ...placed, share: z.union([z.literal(33), z.literal(50), z.literal(67)]) },
    ...{ left: inColumn, right: inColumn },
  }),
]);
export type Block = z.infer<typeof block>;
export type BlockKind = Block["kind"];
/** What may stand in a column: parts that Outlook lays out in half a width. */
export type ColumnBlock = z.infer<typeof columnBlock>;

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, "A colour is written #rrggbb")
  .nullable();

/** Null is as the brand has it. `radius` is the card's, in pixels; smaller things have less. */
const style = z.strictObject({
  ...{ accent: colour, page: colour, card: colour, ink: colour },
  ...{ radius: z.int().min(0).max(24), button: z.enum(buttonLooks) },
  fonts: z.strictObject({ heading: z.enum(brandFonts), body: z.enum(brandFonts) }).nullable(),
});
export type DocumentStyle = z.infer<typeof style>;

/** A template that somebody made. `base` is the one it was started from: its occasion and what the writer is told. */
export const documentSchema = z.strictObject({
  version: z.literal(documentVersion),
  base: z.enum(templateNames),
  language: z.enum(languages),
  frame: z.enum(frameKinds),
  style,
  blocks: z.array(block).max(mostBlocks),
  footer: z.strictObject({ text: texts.nullable() }),
  /** What stands in the list of mails; null is the writer's. */
  envelope: z
    .strictObject({ subject: texts.nullable(), preheader: texts.nullable() })
    .default({ subject: null, preheader: null }),
});
export type TemplateDocument = z.infer<typeof documentSchema>;
