import { linesOf } from "#db/seed/baskets.ts";
import { shop, shoppers } from "#db/seed/cast.ts";
import type { StorefrontLine } from "#db/seed/storefront-cart.ts";
import { briefFor, fewestLeft } from "#domain/brief.ts";
import { customerWords } from "#domain/customer-words.ts";
import type { Words } from "#domain/draft.ts";
import type { Incentive, IncentiveKind } from "#domain/incentive.ts";
import type { Language } from "#domain/language.ts";
import type { StepPurpose, TemplateName } from "#domain/sequence.ts";
import type { RecoveryFacts, RecoveryProps } from "#emails/recovery-message.ts";
import { recoveryProps } from "#emails/recovery-props.ts";
import { writerFor } from "#integrations/writer.ts";

export const shopUrl = "https://nordlicht.example";

const basket: StorefrontLine[] = [
  { slug: "harbour-teapot", variant: "Deep blue", quantity: 1 },
  { slug: "fjord-mug", variant: "Moss", quantity: 2 },
  { slug: "lighthouse-candle", variant: null, quantity: 1 },
];
const fullBasket: StorefrontLine[] = [
  ...basket,
  { slug: "birch-board", variant: "Large", quantity: 1 },
  { slug: "storm-tea", variant: null, quantity: 3 },
  { slug: "long-night-socks", variant: "Medium", quantity: 2 },
];
const purposes: Partial<Record<TemplateName, StepPurpose>> = {
  help: "help",
  "personal-note": "help",
  "free-shipping": "incentive",
  "percent-off": "incentive",
  "last-chance": "last_chance",
};
const offers: Partial<Record<TemplateName, IncentiveKind>> = {
  "free-shipping": "free_shipping",
  "percent-off": "percent",
  "last-chance": "percent",
};
const offerOf = (kind: IncentiveKind): Incentive => ({
  ...{ id: kind, name: kind, kind, validHours: 48 },
  ...(kind === "percent" ? { percent: 10, code: "HARBOUR10" } : { percent: null, code: "HARBOURMAIL" }),
});

/** What a template shows for somebody of the demo's cast, in words of the scripted writer. */
export async function pictured(template: TemplateName, language: Language): Promise<RecoveryProps> {
  return recoveryProps(await picturedFacts(template, language));
}

/** The rows behind it. */
export async function picturedFacts(template: TemplateName, language: Language): Promise<RecoveryFacts> {
  const lines = linesOf(template === "cart-table" ? fullBasket : basket, shopUrl);
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0);
  const totals = { subtotal, discount: 0, shipping: shop.shipping, tax: null, total: subtotal + shop.shipping };
  const kind = offers[template];
  const incentive = kind ? offerOf(kind) : null;
  const stock = [null, 3, 1, null, null, null].slice(0, lines.length);
  const spoken = language === shop.language;
  const store = { returns: spoken ? shop.returnsPolicy : null, shipping: spoken ? shop.shippingPolicy : null };
  const { firstName } = shoppers[0] ?? { firstName: null };
  const asked = { template, language, lines, incentive, firstName, store, stock };
  return {
    ...{ template, language, firstName, store, timeZone: shop.timeZone },
    words: await wordsFor(asked, { amount: totals.total, currency: shop.currency }),
    stockLeft: template === "low-stock" ? fewestLeft(stock) : null,
    facts: { stock, shopOrders: 1_284, ownOrders: 6 },
    cart: { lines, totals, currency: shop.currency, discountCodes: [] },
    incentive: incentive && { ...incentive, validUntil: new Date("2026-11-24T18:00:00Z") },
    brand: { ...shop, logoUrl: null, address: shop.postalAddress, senderName: "Solveig Brandt" },
    links: { unsubscribe: shopUrl, preferences: shopUrl, shop: shopUrl, recovery: shopUrl },
  };
}

type Asked = {
  template: TemplateName;
  language: Language;
  lines: ReturnType<typeof linesOf>;
  incentive: Incentive | null;
  firstName: string | null;
  store: { returns: string | null; shipping: string | null };
  stock: (number | null)[];
};

async function wordsFor(asked: Asked, total: { amount: number; currency: string }): Promise<Words> {
  const { template, language, lines, incentive, firstName, store, stock } = asked;
  if (template === "post-purchase" || template === "win-back") return customerWords[template][language];
  const loyal = template === "loyalty";
  const brief = briefFor({
    ...{ language, lines, total, incentive, brand: shop, loyaltyLine: loyal },
    store: template === "help" ? { returns: null, shipping: null } : store,
    step: { purpose: purposes[template] ?? "reminder", template, position: 0 },
    contact: { firstName, orders: loyal ? 6 : 0, lastOrderDays: loyal ? 40 : null, recoveries: 0, spent: null },
    hints: { shippingCostSeen: true, device: null, hoursAway: 5 },
    stock: template === "low-stock" ? stock : [],
  });
  return (await writerFor({ kind: "scripted" }).write(brief, { seed: template })).words;
}
