import type { StorePolicies } from "./draft.ts";
import type { IncentiveKind } from "./incentive.ts";
import { type Language, languageOf, localeOf } from "./language.ts";
import { formatMoney, type Money } from "./money.ts";
import { remembered } from "./remembered.ts";
import { counted, slotWords } from "./slot-words.ts";
import { type SlotFacts, usableFirstName, usablePolicy, usableTitle } from "./slots.ts";

/** The rows behind the slots of one message. `total` is what the message shows as total; `stockLeft` only where few. */
export type SlotSource = {
  language: string;
  timeZone: string;
  firstName: string | null;
  firstTitle: string | null;
  lineCount: number;
  total: Money | null;
  incentive: { kind: IncentiveKind; percent: number | null; code: string | null; validUntil: Date | null } | null;
  stockLeft: number | null;
  store: StorePolicies;
  brandName: string;
  /** Only an answer to a mail says these. */
  order?: { name: string; placedAt: Date } | null;
  cartLink?: string | null;
};

/** What fills each slot, in the shopper's language. */
export function slotFactsOf(source: SlotSource): SlotFacts {
  const language = languageOf(source.language);
  const { incentive, store, total } = source;
  const words = slotWords[language];
  return {
    "contact.firstName": usableFirstName(source.firstName),
    "incentive.label": incentive ? incentiveLabel(incentive, language) : null,
    "incentive.code": incentive?.code ?? null,
    "incentive.deadline": incentive?.validUntil ? momentText(incentive.validUntil, source) : null,
    "cart.firstItem": usableTitle(source.firstTitle) ?? words.yourItems,
    "cart.count": source.lineCount > 1 ? counted(source.lineCount, words.products, language) : null,
    "cart.total": total && formatMoney(total, localeOf(source.language)),
    "stock.left": source.stockLeft === null ? null : counted(source.stockLeft, words.pieces, language),
    "store.returns": usablePolicy(store.returns),
    "store.shipping": usablePolicy(store.shipping),
    "brand.name": source.brandName,
    "order.name": usableTitle(source.order?.name ?? null),
    "order.date": source.order ? dayText(source.order.placedAt, source) : null,
    "cart.link": source.cartLink ?? null,
  };
}

/** What an incentive is called in a sentence ("10% off", "kostenloser Versand"). */
export function incentiveLabel(incentive: { kind: IncentiveKind; percent: number | null }, language: Language): string {
  const words = slotWords[language];
  if (incentive.kind === "free_shipping") return words.freeShipping;
  return words.percentOff(percentFormat(language).format((incentive.percent ?? 0) / 100));
}

/** A moment as readers of the language write it, by the clock of their place. */
export function momentText(moment: Date, { language, timeZone }: { language: string; timeZone: string }): string {
  return momentFormat(localeOf(language), timeZone).format(moment);
}

function dayText(moment: Date, { language, timeZone }: { language: string; timeZone: string }): string {
  return dayFormat(localeOf(language), timeZone).format(moment);
}

const percentFormat = remembered(
  (language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }),
);
const dayFormat = remembered((locale, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }));
const momentFormat = remembered(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }),
);
