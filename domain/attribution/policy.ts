import type { Channel } from "../sequence-graph.ts";

/** How a tenant's orders are credited. Windows in days before the order, by channel; shares of the ends in per cent. */
export type AttributionPolicy = {
  /** Channels that are not named have the tenant's `attributionDays`. */
  windowDays: Partial<Record<Channel, number>>;
  halfLifeDays: number;
  firstShare: number;
  lastShare: number;
  /** Whether a person's open may be credited as a click is. Opens are shown only, by default. */
  creditOpens: boolean;
};

/** Seven days of half-life is what Google Analytics used; 40 / 20 / 40 is the usual U shape. */
export const defaultAttribution: AttributionPolicy = {
  windowDays: {},
  halfLifeDays: 7,
  firstShare: 40,
  lastShare: 40,
  creditOpens: false,
};
