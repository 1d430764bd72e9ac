import { savedOn } from "#domain/incentive.ts";
import { type Language, localeOf } from "#domain/language.ts";
import { formatMoney } from "#domain/money.ts";
import { incentiveLabel, momentText } from "#domain/slot-facts.ts";
import { labelsOf } from "./parts/labels.ts";
import type { RecoveryFacts, RecoveryIncentive, RecoveryProps, RecoveryTotal } from "./recovery-message.ts";

/** An offer as a card shows it. */
export function incentiveCard(
  { incentive, timeZone, language: tag }: RecoveryFacts,
  language: Language,
): RecoveryIncentive | null {
  if (!incentive) return null;
  const label = incentiveLabel(incentive, language);
  const { validUntil } = incentive;
  const ends = validUntil && momentText(validUntil, { language: tag, timeZone });
  return {
    label: label.charAt(0).toLocaleUpperCase(language) + label.slice(1),
    code: incentive.code || null,
    ends,
    validUntil: ends && labelsOf[language].validUntil(ends),
  };
}

/** What the cart comes to, row by row, with a note where the tax is in the total already. */
export function totalRows(
  { cart, incentive, language: tag }: RecoveryFacts,
  language: Language,
): Pick<RecoveryProps, "total" | "totals" | "taxNote"> {
  const labels = labelsOf[language];
  const { subtotal, discount, shipping, tax, total: full } = cart.totals;
  const money = (amount: number) => formatMoney({ amount, currency: cart.currency }, localeOf(tag));
  const saved = savedOn(cart, incentive);
  const net = subtotal - discount + (shipping ?? 0);
  const rows: RecoveryTotal[] = [];
  const add = (label: string, value: string) => rows.push({ label, value, strong: false });

  if (discount > 0) add(labels.discount, money(-discount));
  if (saved > 0 && incentive?.kind === "percent") add(incentiveLabel(incentive, language), money(-saved));
  if (shipping !== null && shipping > 0) {
    const waived = saved > 0 && incentive?.kind === "free_shipping";
    add(labels.shipping, waived ? labels.free : money(shipping));
  }
  if (tax !== null && tax > 0 && net + tax === full) add(labels.tax, money(tax));
  if (rows.length > 0) rows.unshift({ label: labels.subtotal, value: money(subtotal), strong: false });
  const total = money(full - saved);
  // An offer changes the tax within the total by the shop's own rules, so that only a full price can name it.
  const included = tax !== null && tax > 0 && net === full && saved === 0;
  return {
    total,
    totals: [...rows, { label: labels.total, value: total, strong: true }],
    taxNote: included ? labels.taxIncluded(money(tax)) : null,
  };
}
