import { currencyDigits, formatMoney } from "#domain/money.ts";
import type { StepFigures } from "#domain/sequence-draft.ts";

/** Below this many messages a rate says more about chance than about the step, so that only counts are shown. */
export const smallestSample = 30;

/** What became of a message, in few words: counts, and rates where there are enough of them. */
export function figureWords(figures: StepFigures): { label: string; text: string }[] {
  const { sent, opened, clicked, orders } = figures;
  const won = moneyWords(figures, false);
  return [
    { label: "Sent", text: count(sent) },
    { label: "Opened", text: part(opened, sent) },
    { label: "Clicked", text: part(clicked, sent) },
    { label: "Orders", text: count(orders) },
    ...(won ? [{ label: "Recovered", text: won }] : []),
  ];
}

/** What was recovered in each currency; short on a card, to the last unit elsewhere. */
export function moneyWords({ revenue }: StepFigures, short: boolean): string {
  const parts = revenue.filter(({ amount }) => amount > 0);
  const text = (money: { amount: number; currency: string }) =>
    short
      ? new Intl.NumberFormat("en", { style: "currency", currency: money.currency, maximumFractionDigits: 0 }).format(
          money.amount / 10 ** currencyDigits(money.currency),
        )
      : formatMoney(money, "en");
  return parts.map(text).join(" + ");
}

function part(of: number, sent: number): string {
  return sent < smallestSample ? count(of) : `${Math.round((of / sent) * 100)}%`;
}

const count = (number: number) => new Intl.NumberFormat("en").format(number);
