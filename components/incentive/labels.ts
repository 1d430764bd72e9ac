import type { IncentiveKind } from "#domain/incentive.ts";

export const incentiveKindLabels: Record<IncentiveKind, string> = {
  percent: "Percentage off",
  free_shipping: "Free shipping",
};
