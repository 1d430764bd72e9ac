import { formatMoney } from "#domain/money.ts";
import type { StepFigures } from "#domain/sequence-draft.ts";

/** Below this many messages a rate says more about chance than about the step, so that only counts are shown. */
export const smallestSample = 30;

/** What became of a message, in few words: counts, and rates where there are enough of them. */
export function figureWords(figures: StepFigures): { label: string; text: string }[] {
  const { sent, opened, clicked, orders, revenue } = figures;
  const money = revenue.filter(({ amount }) => amount > 0).map((part) => formatMoney(part, "en"));
  return [
    { label: "Sent", text: count(sent) },
    { label: "Opened", text: part(opened, sent) },
    { label: "Clicked", text: part(clicked, sent) },
    { label: "Orders", text: count(orders) },
    ...(money.length > 0 ? [{ label: "Recovered", text: money.join(" + ") }] : []),
  ];
}

function part(of: number, sent: number): string {
  return sent < smallestSample ? count(of) : `${Math.round((of / sent) * 100)} %`;
}

const count = (number: number) => new Intl.NumberFormat("en").format(number);
