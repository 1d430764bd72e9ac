import { type Interval, wilsonInterval } from "./results.ts";

/**
 * By what messages are told apart. All but the last three stand for a message when it is queued; hour and weekday are
 * those of its sending in the tenant's time zone, and a message has every product of its cart.
 */
export const dimensions = [
  "incentive",
  "depth",
  "delay",
  "step",
  "sequence",
  "segment",
  "device",
  "country",
  "language",
  "template",
  "mode",
  "writer",
  "arm",
  "subject",
  "hour",
  "weekday",
  "product",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Dimensions without an end to their values: in pairs they are kept by month, and lists show their largest values. */
export const wideDimensions: readonly Dimension[] = ["subject", "product"];

/**
 * What is counted of messages. Counts are of messages, by persons where not said otherwise; `orders` and `revenue` are
 * credited by last click, `revenue` and `discount` in minor units, `costMicros` in millionths of a unit.
 */
export const measures = [
  "sent",
  "delivered",
  "opened",
  "clicked",
  "machineClicked",
  "bounced",
  "unsubscribed",
  "complained",
  "orders",
  "revenue",
  "discount",
  "costMicros",
] as const;
export type Measure = (typeof measures)[number];
export type Counts = Record<Measure, number>;

export type Filters = Partial<Record<Dimension, string[]>>;

/** Messages by the day they were sent, whenever what they brought came. At most two dimensions in `by`. */
export type CubeAsked = {
  from: string;
  to: string;
  currency: string;
  by: Dimension[];
  filters?: Filters;
  /** Most values of a wide dimension, the most sent first. */
  limit?: number;
};

export type CubeCell = Counts & { values: string[] };

/** `covered` is wider than what was asked where figures are kept by month; `values` counts those of a cut wide dimension. */
export type Cube = {
  covered: { from: string; to: string };
  source: "cells" | "messages";
  cells: CubeCell[];
  cut: { dimension: Dimension; shown: number; of: number } | null;
};

/** A share with what it stands on. `small` means that its interval says more than the share itself. */
export type Share = { count: number; of: number; rate: number | null; interval: Interval; small: boolean };

const fewest = 100;

/** The share of `count` in `of` with its Wilson interval; no rate of nothing, and small below a hundred. */
export function shareOf(count: number, of: number): Share {
  return { count, of, rate: of > 0 ? count / of : null, interval: wilsonInterval(count, of), small: of < fewest };
}

/**
 * A rate of few cases for a colour alone, never for a figure: drawn towards the average, as though a hundred more cases had
 * done as all did, so that two of three do not outshine two thousand of ten thousand.
 */
export function steadied(rate: number, of: number, average: number): number {
  return (rate * of + average * fewest) / (of + fewest);
}

/** What a marketer compares of a cell: each rate against the messages that could have led to it. */
export function ratesOf(
  counts: Counts,
): Record<"delivered" | "clicked" | "ordered" | "unsubscribed" | "complained", Share> {
  const { sent, delivered } = counts;
  // One message may be credited with several orders; as a share it can only count once.
  return {
    delivered: shareOf(delivered, sent),
    clicked: shareOf(counts.clicked, sent),
    ordered: shareOf(Math.min(counts.orders, sent), sent),
    unsubscribed: shareOf(counts.unsubscribed, sent),
    complained: shareOf(counts.complained, sent),
  };
}

/** Margin in minor units: the share of revenue that a tenant says it keeps, less what the words cost; null when unsaid. */
export function marginOf(revenue: number, marginPercent: number | null, modelCost: number): number | null {
  return marginPercent === null ? null : Math.round((revenue * marginPercent) / 100) - modelCost;
}

/** What happened on one day, each thing on the day it happened; revenue on the day of its order, net of later refunds. */
export type DayCounts = Omit<Counts, "orders" | "revenue" | "discount"> & {
  day: string;
  currency: string;
  enrolled: number;
  holdout: number;
};

export type CreditDay = {
  day: string;
  currency: string;
  model: string;
  orders: number;
  organic: number;
  revenue: number;
};

export type FunnelCounts = {
  enrolled: number;
  sent: number;
  delivered: number;
  clicked: number;
  recovered: number;
  ordered: number;
  revenue: number;
};
export type FunnelRow = FunnelCounts & { armKind: "variant" | "holdout"; sequenceId: string };

/** Contacts by the week of their first enrollment, and what came so many weeks later. Weeks start on Monday. */
export type CohortCell = {
  week: string;
  weeksLater: number;
  contacts: number;
  enrolled: number;
  recovered: number;
  revenue: number;
};
