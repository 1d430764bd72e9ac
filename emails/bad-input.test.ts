import { describe, expect, test } from "vitest";
import type { CartLine } from "#domain/cart.ts";
import { languages } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import type { RecoveryFacts } from "./recovery-message.ts";
import { recoveryProps } from "./recovery-props.ts";
import { renderRecovery } from "./render.ts";

const line = (change: Partial<CartLine> = {}): CartLine => ({
  ...{ id: "1", productId: null, variantId: null, sku: null, title: "Wool throw", variantTitle: "Heather" },
  ...{ quantity: 1, unitPrice: 12_900, lineTotal: 12_900, imageUrl: "https://cdn.example/a.png", url: null },
  ...change,
});

function facts(change: Partial<RecoveryFacts> = {}, lines: CartLine[] = [line()]): RecoveryFacts {
  const subtotal = lines.reduce((sum, one) => sum + one.lineTotal, 0);
  return {
    ...{ template: "reminder", language: "en", timeZone: "Europe/Berlin", firstName: null, incentive: null },
    words: { subject: "Your cart", preheader: "", heading: "Your cart", paragraphs: ["As you left it."], button: "Go" },
    cart: {
      lines,
      totals: { subtotal, discount: 0, shipping: null, tax: null, total: subtotal },
      ...{ currency: "EUR", discountCodes: [] },
    },
    ...{ stockLeft: null, store: { returns: null, shipping: null } },
    facts: { stock: lines.map(() => 2), shopOrders: 400, ownOrders: 2 },
    brand: { ...{ name: "Fjord", logoUrl: null, accent: "#2f5d50", address: "", senderName: "", replyTo: null } },
    links: {
      recovery: "https://go.example/r/t",
      unsubscribe: "https://go.example/u/t",
      preferences: "https://go.example/u/t/p",
      shop: "https://shop.example/",
    },
    ...change,
  };
}

const void_ = /^(?:area|base|br|col|hr|img|input|link|meta|source|wbr)$/;

/** Every element is closed by its own end, in order: what mail programs need to draw tables at all. */
function unbalanced(html: string): string | null {
  const open: string[] = [];
  const plain = html.replace(/<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, "");
  for (const [, end, name = "", attributes = ""] of plain.matchAll(/<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (end) {
      if (open.pop() !== name) return `</${name}>`;
    } else if (!void_.test(name) && !attributes.endsWith("/")) open.push(name);
  }
  return open.at(-1) ?? null;
}

const inputs: [string, Partial<RecoveryFacts>, CartLine[]][] = [
  ["200 lines", {}, Array.from({ length: 200 }, (_, index) => line({ id: String(index), title: `Sock ${index}` }))],
  ["a name of 400 letters without a space", {}, [line({ title: "x".repeat(400), variantTitle: "y".repeat(400) })]],
  ["no picture", {}, [line({ imageUrl: null }), line({ imageUrl: "not an address" })]],
  ["no name", {}, [line({ title: "  ", variantTitle: "" })]],
  ["no language", { language: "" }, [line()]],
  ["a language nobody speaks", { language: "xx-Klingon_!" }, [line()]],
  ["lines that cost nothing", {}, [line({ unitPrice: 0, lineTotal: 0 }), line()]],
  ["no line at all", {}, []],
  ["one line", {}, [line({ quantity: 1_000_000, lineTotal: 9_007_199_254_740_000 })]],
];

describe.each(templateNames)("%s", (template) => {
  test.each(inputs)("stands with %s", async (_, change, lines) => {
    const props = recoveryProps(facts({ template, ...change }, lines));
    const { html, text } = await renderRecovery(props);
    expect(unbalanced(html)).toBeNull();
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html).toContain(props.links.unsubscribe);
    expect(text).toContain(props.links.unsubscribe);
    expect(`${html}${text}`).not.toMatch(/\bundefined\b|\bnull\b|NaN|\[object/);
    // What a mail program for Windows would not lay out.
    expect(html).not.toMatch(/display:\s*(?:flex|grid)|position:\s*(?:absolute|relative|fixed)|float:/);
    for (const [picture] of html.matchAll(/<img[^>]*>/g))
      expect(picture).toMatch(/ alt="[^"]+".* (?:height|width)="\d+"/);
    for (const [, url] of html.matchAll(/ (?:href|src)="([^"]*)"/g))
      expect(url).toMatch(/^(?:https?:|mailto:|about:blank)/);
  });

  test("never shows a broken slot", async () => {
    const broken = "Hello {{contact.first {{ {{cart.nothing}} }} {{stock.left";
    const paragraphs = [broken, "{{}}", "{{ }}", "}}{{", "{{brand.name}} <b>{{incentive.code}}</b>"];
    const words = {
      subject: broken,
      preheader: broken,
      heading: broken,
      paragraphs,
      button: broken,
      postscript: broken,
    };
    const props = recoveryProps(facts({ template, words }));
    const { html, text } = await renderRecovery(props);
    expect(`${props.subject}${html}${text}`).not.toMatch(/\{\{|\}\}/);
    expect(unbalanced(html)).toBeNull();
  });

  test.each(["🧦 👩‍👩‍👧 Your cart", "سلتك \u202Eفي انتظارك", "line\r\nBcc: all@example.com"])(
    "carries the subject %j",
    async (subject) => {
      const props = recoveryProps(facts({ template, words: { ...facts().words, subject, heading: subject } }));
      const { html } = await renderRecovery(props);
      expect(unbalanced(html)).toBeNull();
      expect(html).toContain("<title>");
    },
  );

  test.each(languages)("draws a shape for Outlook that says what the button says, in %s", async (language) => {
    const props = recoveryProps(facts({ template, language, words: { ...facts().words, button: `"A" & <B>` } }));
    const { html } = await renderRecovery(props);
    const label = "&quot;A&quot; &amp; &lt;B&gt;";
    if (template === "personal-note") return expect(html).not.toContain("v:roundrect");
    expect(html).toMatch(
      /<!--\[if mso\]>.*<v:roundrect [^>]*href="https:\/\/go\.example\/r\/t"[^>]*fillcolor="#2f5d50"/,
    );
    expect(html.split(label)).toHaveLength(3);
  });
});

test("keeps the place of a picture that cannot be had: its size is said twice, its name stands in it", async () => {
  const { html } = await renderRecovery(recoveryProps(facts()));
  expect(html).toMatch(/<img[^>]*alt="Wool throw"[^>]*height="72"[^>]*width:72px;height:72px[^>]*width="72"/);
});

test.each([
  ["low-stock", { stock: [null], shopOrders: 400, ownOrders: 2 }],
  ["low-stock", { stock: [40], shopOrders: 400, ownOrders: 2 }],
  ["social-proof", { stock: [1], shopOrders: 24, ownOrders: 2 }],
  ["social-proof", { stock: [1], shopOrders: null, ownOrders: 2 }],
  ["loyalty", { stock: [1], shopOrders: 400, ownOrders: 0 }],
] as const)("%s without its fact is sent as a plain reminder", async (template, given) => {
  const props = recoveryProps(facts({ template, facts: { ...given, stock: [...given.stock] } }));
  expect(props.template).toBe("reminder");
});

test("names the tax only where it is in the total, and never beside an offer that would change it", () => {
  const totals = { subtotal: 10_000, discount: 0, shipping: null, tax: 1_597, total: 10_000 };
  const taxed = (change: Partial<RecoveryFacts> = {}) =>
    recoveryProps(facts({ cart: { ...facts().cart, totals }, ...change }));
  expect(taxed().taxNote).toBe("Includes €15.97 tax");
  expect(taxed({ language: "de-DE" }).taxNote).toMatch(/^Enthält 15,97\s€ Steuern$/);
  const ten = {
    id: "a",
    name: "a",
    kind: "percent",
    percent: 10,
    code: null,
    validHours: null,
    validUntil: null,
  } as const;
  expect(taxed({ incentive: ten }).taxNote).toBeNull();
});

test.each([
  ["pl", 2, "2 produkty", "+ jeszcze 1"],
  ["pl", 5, "5 produktów", "+ jeszcze 1"],
  ["en", 5, "5 products", "+ 1 more"],
  ["ar", 3, "3 منتجات", "+ 1 أخرى"],
] as const)("counts in %s as its readers do: %i", (language, count, counted, more) => {
  const lines = (length: number) => Array.from({ length }, () => line());
  expect(recoveryProps(facts({ language }, lines(count))).count).toBe(counted);
  expect(recoveryProps(facts({ language }, lines(11))).more).toBe(more);
});
