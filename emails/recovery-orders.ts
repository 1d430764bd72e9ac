import type { Language } from "#domain/language.ts";
import { formOf, numberText } from "#domain/slot-words.ts";
import { fewestProofOrders, mostProofOrders, proofDays } from "#domain/template.ts";
import { labelsOf } from "./parts/labels.ts";

/** A number of orders with the words that stand under it. */
export type CountedOrders = { count: string; caption: string };

const mostStamps = 9;

/** What the shop sold lately, where that is enough to speak of; more than can be counted is said to be more. */
export function orderProof(orders: number | null, language: Language): CountedOrders | null {
  if (orders === null || orders < fewestProofOrders) return null;
  const shown = Math.min(orders, mostProofOrders);
  const caption = formOf(shown, labelsOf[language].ordersLately, language);
  const count = numberText(shown, language) + (orders > mostProofOrders ? "+" : "");
  return { count, caption: caption.replace("#", numberText(proofDays, language)) };
}

/** The contact's own orders, with a stamp for each and an empty one for the next. */
export function orderStamps(orders: number | null, language: Language): (CountedOrders & { stamps: string }) | null {
  if (!orders || orders < 1) return null;
  const caption = formOf(orders, labelsOf[language].ordersSoFar, language);
  const stamps = [...Array.from({ length: Math.min(orders, mostStamps) }, () => "●"), "○"].join("\u00a0");
  return { count: numberText(orders, language), caption, stamps };
}
