import { describe, expect, test } from "vitest";
import type { CartLine } from "#domain/cart.ts";
import { directionOf, languages } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import { labelsOf } from "./parts/labels.ts";
import type { RecoveryFacts } from "./recovery-message.ts";
import { recoveryProps } from "./recovery-props.ts";
import { renderRecovery } from "./render.ts";

const adversarial = [
  `<script>alert("1")</script>`,
  `O'Brien & "Söhne" <b>`,
  "👩‍👩‍👧 🧦 emoji",
  "قميص \u202Eازرق",
  "long ".repeat(80),
  "{{contact.firstName}} $[x]",
  "",
];

const line = (title: string, index: number): CartLine => ({
  id: `line-${index}`,
  productId: null,
  variantId: null,
  sku: null,
  title,
  variantTitle: index % 2 ? title : null,
  quantity: index + 1,
  unitPrice: 1_250 + index,
  lineTotal: (1_250 + index) * (index + 1),
  imageUrl: index % 3 ? `https://cdn.example/${index}.jpg?a=1&b="2"` : null,
  url: null,
});

function facts(change: Partial<RecoveryFacts> = {}): RecoveryFacts {
  return {
    template: "reminder",
    facts: { stock: [null, 3, 1], shopOrders: 1_240, ownOrders: 6 },
    language: "en",
    timeZone: "Europe/Berlin",
    words: {
      subject: "{{cart.firstItem}}: for you",
      preheader: "For you: {{incentive.label}}",
      heading: "Hello {{contact.firstName}}, your cart",
      paragraphs: ["From {{brand.name}}.", "{{unknown.slot}} <i>Plain</i> & simple"],
      button: "Back to my cart",
      postscript: "PS: {{cart.count}} <b>&</b> {{store.returns}}.",
    },
    firstName: "Amelie",
    stockLeft: null,
    store: { returns: "within 30 days", shipping: null },
    cart: {
      lines: ["Linen overshirt", ...adversarial].map(line),
      totals: { subtotal: 20_000, discount: 0, shipping: 490, tax: null, total: 20_490 },
      currency: "EUR",
      discountCodes: [],
    },
    incentive: {
      id: "incentive",
      name: "Ten",
      kind: "percent",
      percent: 10,
      code: "BACK<10>",
      validHours: 48,
      validUntil: new Date("2026-11-24T18:00:00Z"),
    },
    brand: {
      name: "Fjord & <Field>",
      logoUrl: null,
      accent: "#2f5d50",
      address: "Lindenstraße 12\n10969 Berlin",
      senderName: "Mira",
      replyTo: null,
    },
    links: {
      recovery: "https://go.example/r/token?a=1&b=2",
      unsubscribe: "https://go.example/u/token",
      preferences: "https://go.example/u/token/preferences",
      verify: "https://comeback.example/verify?message=msg_1",
      shop: "https://shop.example/",
    },
    ...change,
  };
}

const cases = templateNames.flatMap((template) => languages.map((language) => ({ template, language })));

/** What a reader sees of the HTML part, for comparing facts with the text part. */
function visible(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

describe("a recovery message", () => {
  test.each(cases)("stands with hostile names as $template in $language", async ({ template, language }) => {
    const props = recoveryProps(facts({ template, language }));
    const { html, text } = await renderRecovery(props);
    expect(html).not.toMatch(/<script|<b>|<i>Plain|<Field>|BACK<10>/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain(`dir="${directionOf(language)}"`);
    expect(html).toContain("color-scheme");
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    const { subject, preheader, heading, paragraphs } = props;
    expect([subject, preheader, heading, ...paragraphs].join()).not.toMatch(/\{\{|\}\}/);
    expect(text).toContain("<script>");
  });

  test.each(cases)("says the same in both parts as $template in $language", async ({ template, language }) => {
    const props = recoveryProps(facts({ template, language, firstName: null }));
    const { html, text } = await renderRecovery(props);
    const seen = visible(html);
    const said = text.replace(/\s+/g, " ");
    const { incentive } = props;
    const spoken = [
      props.heading,
      ...props.paragraphs,
      props.postscript,
      props.button.label,
      incentive?.label,
      incentive?.code,
    ];
    const counted = props.totals.flatMap((total) => [total.label, total.value]);
    const listed = props.lines.flatMap((one) => [one.title, one.variantTitle ?? "", one.price]);
    const labels = labelsOf[language];
    const legal = [props.why, labels.unsubscribe, labels.verify, "10969 Berlin", incentive?.ends];
    for (const fact of [...spoken, ...counted, ...listed, ...legal].filter(Boolean)) {
      const plain = String(fact).replace(/\s+/g, " ");
      expect(seen, `html: ${plain}`).toContain(plain);
      expect(said, `text: ${plain}`).toContain(plain);
    }
    for (const url of Object.values(props.links).filter((link) => link !== null)) {
      expect(html).toContain(url);
      expect(text).toContain(url);
    }
  });

  test("shows ten lines at most and says how many more there are", async () => {
    const lines = Array.from({ length: 200 }, (_, index) => line("Sock ".repeat(80), index));
    const props = recoveryProps(facts({ template: "percent-off", cart: { ...facts().cart, lines } }));
    expect(props.lines).toHaveLength(10);
    const { html, text } = await renderRecovery(props);
    expect(html).toContain("+ 190 more");
    expect(text).toContain("+ 190 more");
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  test("gives every picture its alternative text and no picture without an address", async () => {
    const { html } = await renderRecovery(recoveryProps(facts()));
    const pictures = html.match(/<img[^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(picture).toMatch(/ alt="/);
    const shady = facts({ brand: { ...facts().brand, logoUrl: "javascript:alert(1)", accent: "red;}" } });
    const other = await renderRecovery(recoveryProps(shady));
    expect(other.html).not.toMatch(/javascript:|red;\}/);
  });
});

describe("the rows behind a message", () => {
  test.each([
    ["EUR", "de", "200,00"],
    ["JPY", "ja", "20,000"],
    ["KWD", "en", "20.000"],
    ["USD", "pt-BR", "200,00"],
  ])("writes %s for readers of %s with the currency's own decimals", (currency, language, expected) => {
    const totals = { subtotal: 20_000, discount: 0, shipping: null, tax: null, total: 20_000 };
    const cart = { ...facts().cart, currency, totals };
    const props = recoveryProps(facts({ language, cart, incentive: null }));
    expect(props.totals).toHaveLength(1);
    expect(props.totals[0]?.value).toContain(expected);
  });

  test("counts a percentage in, and leaves it out when the cart has another discount", () => {
    const plain = recoveryProps(facts());
    expect(plain.totals.map((total) => total.value)).toEqual(["€200.00", "-€20.00", "€4.90", "€184.90"]);
    const totals = { subtotal: 20_000, discount: 1_000, shipping: 490, tax: null, total: 19_490 };
    const discounted = recoveryProps(facts({ cart: { ...facts().cart, totals } }));
    expect(discounted.totals.map((total) => total.value)).toEqual(["€200.00", "-€10.00", "€4.90", "€194.90"]);
  });

  test("shows shipping as free when the incentive pays for it", () => {
    const incentive = { ...facts().incentive, kind: "free_shipping", percent: null } as RecoveryFacts["incentive"];
    const { totals } = recoveryProps(facts({ incentive }));
    expect(totals.map((total) => total.value)).toEqual(["€200.00", "Free", "€200.00"]);
  });

  test("shows the postscript below the cart, in its language, and no trace of one that is not there", async () => {
    for (const template of templateNames) {
      const props = recoveryProps(facts({ template, language: "pl" }));
      expect(props.postscript).toBe("PS: 8 produktów <b>&</b> within 30 days.");
      const { html } = await renderRecovery(props);
      expect(html.indexOf("PS: 8 produktów")).toBeGreaterThan(html.lastIndexOf("<img"));
      const bare = recoveryProps(facts({ template, words: { ...facts().words, postscript: null } }));
      expect((await renderRecovery(bare)).html).not.toContain("italic");
    }
  });

  test("names in words the same total as the message shows", () => {
    const words = { ...facts().words, subject: "{{cart.total}}" };
    const props = recoveryProps(facts({ words }));
    expect(props.subject).toBe(props.totals.at(-1)?.value);
  });

  test("falls back to plain words for a first item that is no title to repeat", () => {
    const cart = { ...facts().cart, lines: [line("Visit www.evil.example now, 90% off", 0)] };
    expect(recoveryProps(facts({ cart })).subject).toBe("your items: for you");
  });
});
