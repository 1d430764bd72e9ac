import type { CartLine, CartTotals } from "#domain/cart.ts";
import type { StorePolicies, Words } from "#domain/draft.ts";
import { type Incentive, type IncentiveKind, savedOn } from "#domain/incentive.ts";
import { type Language, languageOf, localeOf } from "#domain/language.ts";
import { formatMoney } from "#domain/money.ts";
import { incentiveLabel, momentText, type SlotSource, slotFactsOf } from "#domain/slot-facts.ts";
import { fillWords } from "#domain/slots.ts";
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
  postscript: string | null;
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
  /** The fewest pieces left of any line, only where these are few. */
  stockLeft: number | null;
  store: StorePolicies;
  brand: RecoveryProps["brand"];
  links: RecoveryProps["links"] & { recovery: string };
};

/** Turns rows into what a template shows: money and dates in the shopper's language, slots filled, rows capped. */
export function recoveryProps(facts: RecoveryFacts): RecoveryProps {
  const language = languageOf(facts.language);
  const words = fillWords(facts.words, slotFactsOf(slotSource(facts)));
  const { heading, subject, preheader, paragraphs, button, postscript } = words;
  return {
    language,
    subject,
    preheader,
    heading,
    paragraphs,
    button: { label: button, url: facts.links.recovery },
    postscript: postscript ?? null,
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

/** The subject line with its slots filled, for a message that is queued and not rendered yet. */
export function filledSubject(facts: SlotRows & { words: Words }): string {
  return fillWords(facts.words, slotFactsOf(slotSource(facts))).subject;
}

type SlotRows = Pick<
  RecoveryFacts,
  "language" | "timeZone" | "firstName" | "cart" | "incentive" | "stockLeft" | "store"
> & {
  brand: { name: string };
};

function slotSource(facts: SlotRows): SlotSource {
  const { language, timeZone, firstName, cart, incentive, stockLeft, store, brand } = facts;
  return {
    ...{ language, timeZone, firstName, incentive, stockLeft, store, brandName: brand.name },
    firstTitle: cart.lines[0]?.title ?? null,
    lineCount: cart.lines.length,
    total: { amount: cart.totals.total - savedOn(cart, incentive), currency: cart.currency },
  };
}

function incentiveCard(
  { incentive, timeZone, language: tag }: RecoveryFacts,
  language: Language,
): RecoveryIncentive | null {
  if (!incentive) return null;
  const label = incentiveLabel(incentive, language);
  const { validUntil } = incentive;
  return {
    kind: incentive.kind,
    label: label.charAt(0).toLocaleUpperCase(language) + label.slice(1),
    code: incentive.code,
    validUntil: validUntil && labelsOf[language].validUntil(momentText(validUntil, { language: tag, timeZone })),
    terms: null,
  };
}

function totalRows({ cart, incentive, language: tag }: RecoveryFacts, language: Language): RecoveryTotal[] {
  const labels = labelsOf[language];
  const { subtotal, discount, shipping, tax, total } = cart.totals;
  const money = (amount: number) => formatMoney({ amount, currency: cart.currency }, localeOf(tag));
  const saved = savedOn(cart, incentive);
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
