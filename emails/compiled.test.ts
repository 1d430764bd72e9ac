import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import { compiledHtml } from "./compiled.ts";
import { lookOf } from "./parts/look.ts";
import type { RecoveryLine, RecoveryProps } from "./recovery-message.ts";
import { renderTemplate } from "./templates.ts";

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  `</style><b>"'&amp;`,
  "<!-- -->",
  '<link rel="preload" as="image" href="x"/>',
  "\uE000heading\uE001",
  "\uE002\uE003",
  "{{contact.firstName}}",
  "قميص \u202Eازرق",
  "👩‍👩‍👧 🧦",
  "$& $1 $$",
  "a\nb\tc",
  "\ud83d",
  "",
  "long ".repeat(300),
);
const text = fc.oneof(
  hostile,
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.tuple(hostile, fc.string()).map((two) => two.join("")),
);
const maybe = (of: fc.Arbitrary<string> = text) => fc.option(of, { nil: null });
const url = text.map((path) => `https://shop.example/${path}`);
const counted = { count: text, caption: text };

const line: fc.Arbitrary<RecoveryLine> = fc.record({
  ...{ title: text, initial: text, variantTitle: maybe(), quantity: text, price: text, left: maybe() },
  ...{ imageUrl: maybe(url), url: maybe(url) },
});
const language = fc.constantFrom(...languages);
const props: fc.Arbitrary<RecoveryProps> = fc
  .record({
    ...{ template: fc.constantFrom(...templateNames), language, subject: text, preheader: text, heading: text },
    look: fc.tuple(language, fc.integer({ min: 0, max: 0xffffff })).map(([language, colour]) => ({ language, colour })),
    paragraphs: fc.array(text, { maxLength: 5 }),
    button: fc.record({ label: text, url, width: fc.nat(504).map(String) }),
    ...{
      postscript: maybe(),
      more: maybe(),
      count: maybe(),
      total: text,
      taxNote: maybe(),
      why: text,
      notice: maybe(),
    },
    lines: fc.array(line, { maxLength: 10 }),
    totals: fc.array(fc.record({ label: text, value: text, strong: fc.boolean() }), { maxLength: 5 }),
    incentive: fc.option(fc.record({ label: text, code: maybe(), ends: maybe(), validUntil: maybe() }), { nil: null }),
    answers: fc.record({
      ...{ delivery: maybe(), returns: maybe() },
      contact: fc.option(fc.record({ sentence: text, url }), { nil: null }),
    }),
    proof: fc.option(fc.record(counted), { nil: null }),
    loyalty: fc.option(fc.record({ ...counted, stamps: text }), { nil: null }),
    brand: fc.record({
      ...{ name: text, logoUrl: maybe(url), sender: text, address: text, logoAlt: text },
      logoWidth: maybe(fc.nat(220).map(String)),
      social: fc.array(fc.record({ label: text, url }), { maxLength: 6 }),
    }),
    links: fc.record({ unsubscribe: url, preferences: url, shop: url, verify: maybe(url) }),
  })
  .map(({ look, ...rest }) => ({
    ...rest,
    look: lookOf(rest.language, `#${look.colour.toString(16).padStart(6, "0")}`),
  }));

describe("a compiled message", () => {
  test("is what React renders, whatever it is filled with", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(props, async (given) => {
        expect(await compiledHtml(given)).toBe(await renderTemplate(given));
      }),
      { numRuns: 150 },
    );
  });

  test.each(templateNames)(
    "is what React renders as %s with lines of every kind, the second time too",
    async (template) => {
      const [given] = fc.sample(props, { numRuns: 1, seed: 7 });
      if (!given) throw new Error("no sample");
      const kinds = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
        ...{
          title: `Line <${bits}>`,
          initial: "L",
          quantity: "1",
          price: "€1.00",
          url: "https://shop.example/?a=1&b=2",
        },
        variantTitle: bits & 1 ? "Blue & white" : null,
        imageUrl: bits & 2 ? `https://cdn.example/${bits}.png?"` : null,
        left: bits & 4 ? "3 left" : null,
      }));
      for (const lines of [kinds, kinds.slice(1), kinds.slice(0, 1), [], kinds.toReversed()]) {
        const full = { ...given, template, lines };
        expect(await compiledHtml(full)).toBe(await renderTemplate(full));
        expect(await compiledHtml(full)).toBe(await renderTemplate(full));
      }
    },
  );
});
