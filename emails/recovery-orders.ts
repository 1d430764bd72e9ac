import type { Language } from "#domain/language.ts";
import type { Forms } from "#domain/slot-words.ts";
import { fewestProofOrders, mostProofOrders, proofDays } from "#domain/template.ts";
import { labelsOf } from "./parts/labels.ts";

/** A number of orders with the words that stand under it. */
export type CountedOrders = { count: string; caption: string };

const mostStamps = 9;

/** What the shop sold lately, where that is enough to speak of; more than can be counted is said to be more. */
export function orderProof(orders: number | null, language: Language): CountedOrders | null {
  if (orders === null || orders < fewestProofOrders) return null;
  const shown = Math.min(orders, mostProofOrders);
  const caption = captionOf(shown, labelsOf[language].ordersLately, language);
  const count = number(shown, language) + (orders > mostProofOrders ? "+" : "");
  return { count, caption: caption.replace("#", number(proofDays, language)) };
}

/** The contact's own orders, with a stamp for each and an empty one for the next. */
export function orderStamps(orders: number | null, language: Language): (CountedOrders & { stamps: string }) | null {
  if (!orders || orders < 1) return null;
  const caption = captionOf(orders, labelsOf[language].ordersSoFar, language);
  const stamps = [...Array.from({ length: Math.min(orders, mostStamps) }, () => "●"), "○"].join("\u00a0");
  return { count: number(orders, language), caption, stamps };
}

function captionOf(count: number, forms: Forms, language: Language): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}

function number(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}
