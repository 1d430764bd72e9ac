import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { picturedFacts } from "#bin/pictures/messages.ts";
import { languages } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import { builtInDocument } from "#domain/template-document/built-in.ts";
import { documentFaultsOf, mostTextBytes, readDocument } from "#domain/template-document/faults.ts";
import { mostBlocks } from "#domain/template-document/schema.ts";
import { anyDocument } from "#domain/template-document/testing/documents.ts";
import { compiledHtml } from "./compiled.ts";
import type { RecoveryFacts } from "./recovery-message.ts";
import { recoveryProps } from "./recovery-props.ts";
import { renderRecovery } from "./render.ts";
import { renderTemplate } from "./templates.ts";

const now = new Date("2026-11-22T18:00:00Z");
const hostile = fc.constantFrom(
  ...["<script>alert(1)</script>", `</style><b>"'&amp;`, "<!-- -->", "\uE000heading\uE001", "\uE002\uE003"],
  ...[
    "{{contact.firstName}}, your {{cart.count}}",
    "{{incentive.code}} is yours. {{stock.left}}",
    "قميص \u202Eازرق",
    "👩‍👩‍👧 🧦",
  ],
  ...["$& $1 $$", "a\nb\tc", "\ud83d", "", " ", "{{", "}} {{nobody}}", "long ".repeat(190)],
);
const text = fc.oneof(
  hostile,
  fc.string(),
  fc.tuple(hostile, fc.string({ unit: "grapheme" })).map((two) => two.join("")),
);
const line = fc.record({
  ...{ title: text, variantTitle: fc.option(text, { nil: null }), quantity: fc.integer({ min: 1, max: 99 }) },
  imageUrl: fc.option(
    text.map((path) => `https://cdn.example/${path}`),
    { nil: null },
  ),
});
const facts: fc.Arbitrary<RecoveryFacts> = fc
  .record({
    ...{
      template: fc.constantFrom(...templateNames),
      language: fc.constantFrom(...languages),
      document: anyDocument(text),
    },
    words: fc.record({
      ...{ subject: text, preheader: text, heading: text, button: text, postscript: fc.option(text, { nil: null }) },
      paragraphs: fc.array(text, { maxLength: 4 }),
    }),
    ...{ firstName: fc.option(text, { nil: null }), lines: fc.array(line, { maxLength: 9 }), brand: text },
    ...{ offer: fc.boolean(), code: fc.option(text, { nil: null }), hours: fc.boolean() },
    stock: fc.array(fc.option(fc.nat(8), { nil: null }), { maxLength: 9 }),
    ...{ shopOrders: fc.nat(60), ownOrders: fc.nat(4), policy: fc.option(text, { nil: null }) },
  })
  .map((drawn) => factsFrom(drawn));

type Drawn = {
  template: (typeof templateNames)[number];
  language: string;
  document: Parameters<typeof documentFaultsOf>[0];
  words: RecoveryFacts["words"];
  firstName: string | null;
  lines: { title: string; variantTitle: string | null; quantity: number; imageUrl: string | null }[];
  brand: string;
  offer: boolean;
  code: string | null;
  hours: boolean;
  stock: (number | null)[];
  shopOrders: number;
  ownOrders: number;
  policy: string | null;
};

function factsFrom(drawn: Drawn): RecoveryFacts {
  const few = drawn.stock.filter((left): left is number => left !== null && left > 0 && left <= 5);
  const incentive = { id: "i", name: "i", kind: "percent" as const, percent: 10, code: drawn.code, validHours: 48 };
  const base = { id: "1", productId: "1", variantId: null, sku: null, url: null };
  const lines = drawn.lines.map((one) => ({ ...base, ...one, unitPrice: 1_000, lineTotal: 1_000 * one.quantity }));
  const subtotal = lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
  return {
    ...{ template: drawn.template, language: drawn.language, timeZone: "Europe/Berlin", words: drawn.words },
    design: { key: JSON.stringify(drawn.document), document: drawn.document },
    firstName: drawn.firstName,
    cart: {
      lines,
      totals: { subtotal, discount: 0, shipping: 500, tax: null, total: subtotal + 500 },
      ...{ currency: "EUR", discountCodes: [] },
    },
    incentive: drawn.offer ? { ...incentive, validUntil: drawn.hours ? now : null } : null,
    stockLeft: few.length > 0 ? Math.min(...few) : null,
    store: { returns: drawn.policy, shipping: drawn.policy },
    facts: { stock: drawn.stock, shopOrders: drawn.shopOrders, ownOrders: drawn.ownOrders },
    brand: {
      ...{ name: drawn.brand, logoUrl: null, accent: "#2f5d50", address: drawn.brand, senderName: drawn.brand },
      replyTo: "help@shop.example",
    },
    links: {
      ...{
        unsubscribe: "https://shop.example/u",
        preferences: "https://shop.example/p",
        shop: "https://shop.example/",
      },
      recovery: `https://shop.example/r?a=1&b="2"`,
    },
  };
}

describe("a template that somebody made", () => {
  test("is filled to what React renders, whatever blocks, texts and facts it is made of", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const props = recoveryProps(given);
        const html = await compiledHtml(props);
        expect(html).toBe(await renderTemplate(props));
        expect(html).not.toMatch(/<script>alert|data-block/);
        expect((await renderRecovery(props)).text).not.toMatch(/\b(undefined|null)\b/);
      }),
      { numRuns: 150 },
    );
  });

  test("of one version keeps what it compiled apart by what is there, and by language", async () => {
    const samples = fc.sample(facts, { numRuns: 12, seed: 11 });
    const [first] = samples;
    if (!first?.design) throw new Error("no sample");
    for (const given of [...samples, ...samples.toReversed()]) {
      const props = recoveryProps({ ...given, design: first.design });
      expect(await compiledHtml(props)).toBe(await renderTemplate(props));
    }
  });

  test("may be any document that can be stored", () => {
    fc.assert(
      fc.property(anyDocument(fc.string({ maxLength: 90 })), (document) => {
        expect(readDocument(JSON.parse(JSON.stringify(document)))).toEqual({ document });
      }),
    );
  });
});

describe.each(templateNames)("%s opened as a document", (name) => {
  test.each(languages)("looks as the built-in one does, in %s", async (language) => {
    const document = builtInDocument(name, "en");
    expect(documentFaultsOf(document)).toEqual([]);
    const facts = await picturedFacts(name, language);
    const props = recoveryProps(facts);
    const copy = recoveryProps({ ...facts, design: { key: `copy ${name}`, document } });
    expect(await renderTemplate(copy)).toBe(await renderTemplate(props));
    const written = linesOf((await renderRecovery(copy)).text);
    expect(linesOf((await renderRecovery(props)).text).filter((line) => !written.includes(line))).toEqual([]);
  });
});

const linesOf = (text: string) => text.split("\n").filter(Boolean);

test("stays under 60 kB with ten lines and every block it may have", async () => {
  const facts = await picturedFacts("loyalty", "en");
  const [line] = facts.cart.lines;
  if (!line) throw new Error("no line");
  const reminder = builtInDocument("reminder", "en");
  const paragraph = { kind: "paragraph", when: "always", size: "normal", align: "start" } as const;
  const count = mostBlocks - reminder.blocks.length;
  const more = Array.from({ length: count }, (_, place) => ({
    ...{ ...paragraph, id: `own-${place}`, text: { en: "x".repeat(Math.floor(mostTextBytes / count)) } },
  }));
  const document = { ...reminder, blocks: [...reminder.blocks, ...more] };
  expect(documentFaultsOf(document)).toEqual([]);
  const lines = Array.from({ length: 12 }, () => ({ ...line, title: "t".repeat(140), variantTitle: "v".repeat(140) }));
  const cart = { ...facts.cart, lines };
  const { html } = await renderRecovery(recoveryProps({ ...facts, cart, design: { key: "large", document } }));
  expect(Buffer.byteLength(html)).toBeLessThan(60_000);
});

test("has no style of all text that breaks what stands on one line, as prices do", async () => {
  const { html } = await renderRecovery(recoveryProps(await picturedFacts("reminder", "en")));
  expect(html).toContain("white-space:nowrap");
  expect(html).not.toContain("text-wrap:");
});
