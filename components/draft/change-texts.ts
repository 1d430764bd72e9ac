import { formatMoney } from "#domain/money.ts";
import type { Change } from "#domain/revalidation.ts";

const goneLabels: Record<Extract<Change, { kind: "incentive_gone" }>["reason"], string> = {
  expired: "The incentive has expired",
  withdrawn: "The incentive was withdrawn",
  not_offered: "The incentive is no longer offered here",
};

/** What moved under a draft since it was written, in a sentence. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case "line_added":
      return `${change.quantity} × ${change.title} came into the cart`;
    case "line_removed":
      return `${change.quantity} × ${change.title} left the cart`;
    case "quantity":
      return `${change.title}: ${change.from} became ${change.to}`;
    case "price":
    case "total": {
      const [from, to] = [change.from, change.to].map((amount) =>
        formatMoney({ amount, currency: change.currency }, "en"),
      );
      return change.kind === "price" ? `${change.title} cost ${from}, now ${to}` : `The total was ${from}, now ${to}`;
    }
    case "currency":
      return `The currency was ${change.from}, now ${change.to}`;
    case "stock":
      return `${change.title}: ${change.to} left${change.from === null ? "" : `, was ${change.from}`}`;
    case "incentive_gone":
      return goneLabels[change.reason];
    case "incentive_terms":
      return `The incentive was ${change.from}, now ${change.to}`;
  }
}
