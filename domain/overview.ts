import type { ArmResults, DayRevenue } from "./result-view.ts";

/** Carts abandoned in the period, and how far each came; every stage counts carts of the stage before. */
export type Funnel = { abandoned: number; enrolled: number; sent: number; clicked: number; recovered: number };

/** Two numbers of one currency that are never added or mixed: credited orders, and the difference against the holdout. */
export type Earnings = { currency: string; recovered: { revenue: number; orders: number }; arms: ArmResults };

/** What needs a person. */
export type Waiting = {
  drafts: number;
  nextDueAt: string | null;
  /** Conversations with people who wrote back, and since when the first of them waits. */
  conversations: number;
  conversationsSince: string | null;
  failedMessages: number;
  rejectedWebhooks: number;
  liveSequences: number;
  shops: number;
  paused: boolean;
};

export type RecentKind = "enrolled" | "held" | "sent" | "clicked" | "recovered";
export type RecentEvent = {
  kind: RecentKind;
  id: string;
  at: string;
  cartId: string;
  who: string;
  amount: number | null;
  currency: string | null;
};

/** What changes while somebody looks. */
export type Pulse = { now: string; timeZone: string; waiting: Waiting; recent: RecentEvent[] };

export type Overview = Pulse & { earnings: Earnings[]; days: DayRevenue[]; funnel: Funnel };
