import type { CartLine, CartTotals } from "#domain/cart.ts";
import type { Words } from "#domain/draft.ts";
import { type Incentive, type IncentiveKind, incentiveValue } from "#domain/incentive.ts";
import { type Language, languageOf, localeOf } from "#domain/language.ts";
import { formatMoney } from "#domain/money.ts";
import { fillWords, type SlotFacts, usableFirstName, usableTitle } from "#domain/slots.ts";
import { labelsOf } from "./parts/labels.ts";

export const shownLines = 10;
const longestTitle = 140;

/** One product row; `price` is the line's total as text, `quantity` a count. */
export type RecoveryLine = {
  title: string;
  variantTitle: string | null;
  quantity: number;
  price: string;
  imageUrl: string | null;
  url: string | null;
};

export type RecoveryTotal = { label: string; value: string; strong?: boolean };

export type RecoveryIncentive = {
  kind: IncentiveKind;
  label: string;
  code: string | null;
  validUntil: string | null;
  terms: string | null;
};

/** Everything a recovery template shows, already in the shopper's words: templates compute nothing. */
export type RecoveryProps = {
  language: Language;
  subject: string;
  preheader: string;
  heading: string;
  paragraphs: string[];
  button: { label: string; url: string };
  lines: RecoveryLine[];
  moreLines: number;
  totals: RecoveryTotal[];
  incentive: RecoveryIncentive | null;
  brand: { name: string; logoUrl: string | null; accent: string; address: string };
  links: { unsubscribe: string; preferences: string; shop: string };
};

/** The rows behind one message. `links.recovery` is where the button and every product lead. */
export type RecoveryFacts = {
  language: string;
  timeZone: string;
  words: Words;
  firstName: string | null;
  cart: { lines: CartLine[]; totals: CartTotals; currency: string; discountCodes: string[] };
  incentive: (Incentive & { validUntil: Date | null }) | null;
  brand: RecoveryProps["brand"];
  links: RecoveryProps["links"] & { recovery: string };
};

/** Turns rows into what a template shows: money and dates in the shopper's language, slots filled, rows capped. */
export function recoveryProps(facts: RecoveryFacts): RecoveryProps {
  const language = languageOf(facts.language);
  const { heading, subject, preheader, paragraphs, button } = fillWords(facts.words, slotFacts(facts, language));
  return {
    language,
    subject,
    preheader,
    heading,
    paragraphs,
    button: { label: button, url: facts.links.recovery },
    lines: facts.cart.lines.slice(0, shownLines).map((line) => ({
      title: shortened(line.title, longestTitle),
      variantTitle: line.variantTitle && shortened(line.variantTitle, longestTitle),
      quantity: line.quantity,
      price: formatMoney({ amount: line.lineTotal, currency: facts.cart.currency }, localeOf(facts.language)),
      imageUrl: webAddress(line.imageUrl),
      url: facts.links.recovery,
    })),
    moreLines: Math.max(0, facts.cart.lines.length - shownLines),
    totals: totalRows(facts, language),
    incentive: incentiveCard(facts, language),
    brand: { ...facts.brand, logoUrl: webAddress(facts.brand.logoUrl) },
    links: { unsubscribe: facts.links.unsubscribe, preferences: facts.links.preferences, shop: facts.links.shop },
  };
}

/** What an incentive is called in a sentence ("10% off", "kostenloser Versand"). */
export function incentiveLabel(incentive: { kind: IncentiveKind; percent: number | null }, language: Language): string {
  const labels = labelsOf[language];
  if (incentive.kind === "free_shipping") return labels.freeShipping;
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return labels.percentOff(percent.format((incentive.percent ?? 0) / 100));
}

/** The subject line with its slots filled, for a message that is queued and not rendered yet. */
export function filledSubject(facts: SlotSource & { language: string; words: Words }): string {
  return fillWords(facts.words, slotFacts(facts, languageOf(facts.language))).subject;
}

type SlotSource = {
  firstName: string | null;
  cart: { lines: CartLine[] };
  incentive: { kind: IncentiveKind; percent: number | null } | null;
  brand: { name: string };
};

function slotFacts(facts: SlotSource, language: Language): SlotFacts {
  return {
    "contact.firstName": usableFirstName(facts.firstName),
    "incentive.label": facts.incentive ? incentiveLabel(facts.incentive, language) : null,
    "cart.firstItem": usableTitle(facts.cart.lines[0]?.title ?? null) ?? labelsOf[language].yourItems,
    "brand.name": facts.brand.name,
  };
}

function incentiveCard(
  { incentive, timeZone, language: tag }: RecoveryFacts,
  language: Language,
): RecoveryIncentive | null {
  if (!incentive) return null;
  const label = incentiveLabel(incentive, language);
  const moment = new Intl.DateTimeFormat(localeOf(tag), { dateStyle: "long", timeStyle: "short", timeZone });
  return {
    kind: incentive.kind,
    label: label.charAt(0).toLocaleUpperCase(language) + label.slice(1),
    code: incentive.code,
    validUntil: incentive.validUntil ? labelsOf[language].validUntil(moment.format(incentive.validUntil)) : null,
    terms: null,
  };
}

/** An incentive is counted in only when no other discount is on the cart: whether two combine is the shop's rule. */
function totalRows({ cart, incentive, language: tag }: RecoveryFacts, language: Language): RecoveryTotal[] {
  const labels = labelsOf[language];
  const { subtotal, discount, shipping, tax, total } = cart.totals;
  const money = (amount: number) => formatMoney({ amount, currency: cart.currency }, localeOf(tag));
  const alone = discount === 0 && cart.discountCodes.length === 0;
  const saved = alone && incentive ? Math.min(incentiveValue(incentive, cart.totals), total) : 0;
  const rows: RecoveryTotal[] = [];

  if (discount > 0) rows.push({ label: labels.discount, value: money(-discount) });
  if (saved > 0 && incentive?.kind === "percent") {
    rows.push({ label: incentiveLabel(incentive, language), value: money(-saved) });
  }
  if (shipping !== null && shipping > 0) {
    const waived = saved > 0 && incentive?.kind === "free_shipping";
    rows.push({ label: labels.shipping, value: waived ? labels.free : money(shipping) });
  }
  if (tax !== null && tax > 0 && subtotal - discount + (shipping ?? 0) + tax === total) {
    rows.push({ label: labels.tax, value: money(tax) });
  }
  if (rows.length > 0) rows.unshift({ label: labels.subtotal, value: money(subtotal) });
  return [...rows, { label: labels.total, value: money(total - saved), strong: true }];
}

/** Cut between characters as people see them, so that no emoji or accent is torn apart. */
function shortened(text: string, length: number): string {
  const whole = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (whole.length <= length) return whole;
  const seen = [...new Intl.Segmenter().segment(whole)].map((part) => part.segment);
  return seen.length <= length
    ? whole
    : `${seen
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}

function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
