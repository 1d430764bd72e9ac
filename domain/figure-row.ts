import { type Dimension, type Filters, type Measure, measures } from "./explore.ts";

/** The stages of an enrollment that funnels count. */
export const stages = ["enrolled", "sent", "delivered", "clicked", "recovered", "ordered"] as const;
export type Stage = (typeof stages)[number];

export const figureKinds = ["messages", "enrollments", "orders", "drafts", "arms"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Which arm's enrollments; holdouts are enrolled too, they are only sent nothing. */
export const armChoices = ["variant", "holdout", "both"] as const;
export type ArmChoice = (typeof armChoices)[number];

/**
 * A figure whose rows are asked for, in days of the tenant's zone and one currency. `orders` are those credited by last click,
 * by the day of the order; `drafts` what a model wrote and was paid for; `arms` the contacts that the holdout is compared by.
 */
export type Figure = { from: string; to: string; currency: string } & (
  | { kind: "messages"; measure: Measure; basis: "own_day" | "sent_day"; filters: Filters }
  | { kind: "enrollments"; stage: Stage; arm: ArmChoice; sequence: string | null }
  | { kind: "orders" | "drafts" | "arms" }
);

/** One row behind a figure. `times` is how often it counts, `amount` its part of a sum in minor units. */
export type FigureRow = {
  id: string;
  day: string;
  who: string | null;
  what: string | null;
  cartId: string | null;
  orderId: string | null;
  messageId: string | null;
  arm: string | null;
  times: number;
  amount: number | null;
};
export type FigureRows = { rows: FigureRow[]; next: string | null };

type Texts = Record<string, string | undefined>;

/** A figure as the query of an address; `figureOf` reads it back. */
export function queryOfFigure(figure: Figure): Record<string, string> {
  const { kind, from, to, currency } = figure;
  const days = { kind, from, to, currency };
  if (kind === "messages") {
    const filters = Object.entries(figure.filters).flatMap(([name, values]) =>
      values?.[0] ? [[name, values[0]]] : [],
    );
    return { ...days, measure: figure.measure, basis: figure.basis, ...Object.fromEntries(filters) };
  }
  if (kind === "enrollments") {
    const { stage, arm, sequence } = figure;
    return { ...days, stage, arm, ...(sequence ? { sequence } : {}) };
  }
  return days;
}

/** The figure that an address names; what it does not name well falls back to messages sent. */
export function figureOf(texts: Texts, days: { from: string; to: string; currency: string }, filters: Filters): Figure {
  const { from, to, currency } = days;
  const span = { from, to, currency };
  const kind = figureKinds.find((one) => one === texts.kind) ?? "messages";
  if (kind === "messages") {
    const measure = measures.find((one) => one === texts.measure) ?? "sent";
    const isMoney = measure === "orders" || measure === "revenue" || measure === "discount" || measure === "costMicros";
    const basis = texts.basis === "sent_day" || isMoney ? "sent_day" : "own_day";
    return { ...span, kind, measure, basis, filters };
  }
  if (kind !== "enrollments") return { ...span, kind };
  return {
    ...{ ...span, kind, stage: stages.find((one) => one === texts.stage) ?? "enrolled" },
    ...{ arm: armChoices.find((one) => one === texts.arm) ?? "both", sequence: texts.sequence || null },
  };
}

/** The filters that an address names, one value to a dimension. */
export function filtersOf(texts: Texts, dimensions: readonly Dimension[]): Filters {
  return Object.fromEntries(
    dimensions.flatMap((one) => {
      const value = texts[one];
      return value ? [[one, [value.slice(0, 300)]]] : [];
    }),
  );
}
