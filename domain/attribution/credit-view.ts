import type { AttributionModel, OrganicReason } from "../attribution.ts";
import type { OrderStatus } from "../order.ts";
import type { ArmResults } from "../result-view.ts";
import type { Actor, MachineReason, TouchKind } from "../touchpoint.ts";
import type { FallbackReason } from "./fitted.ts";

/** What one message has of an order under one model; minor units, and the part of the whole. */
export type CreditCell = { messageId: string; amount: number; share: number; windowDays: number };

/** An order under one model: the messages it is credited to, or why to none. `fallback` says why it is linear instead. */
export type ModelCredit = {
  model: AttributionModel;
  parts: CreditCell[];
  organicReason: OrganicReason | null;
  fallback: FallbackReason | null;
};

export type CreditedMessage = { id: string; subject: string; channel: string; position: number; sentAt: string | null };

/** An act on a message before the order. A machine's has its reason and counts under no model. */
export type CreditTouch = {
  id: string;
  messageId: string;
  kind: TouchKind;
  by: Actor;
  machineReason: MachineReason | null;
  at: string;
};

/** When the fitted models were worked out last, and on how many shoppers; null where never. */
export type FittedOn = {
  computedAt: string;
  shoppers: number;
  conversions: number;
  days: number;
  enough: boolean;
} | null;

/** One order under all models side by side, with the acts that they look at. */
export type OrderCredit = {
  order: {
    id: string;
    number: string | null;
    status: OrderStatus;
    currency: string;
    total: number;
    refunded: number;
    net: number;
    orderedAt: string;
  };
  /** Empty until the job has been at the order. */
  models: ModelCredit[];
  messages: CreditedMessage[];
  touches: CreditTouch[];
  /** Acts beyond those that are kept of each message. */
  unkept: number;
  fitted: FittedOn;
};

/** A place in a sequence on a channel, counted from zero, and what it is credited with; `orders` may be parts of orders. */
export type StepTotal = { channel: string; position: number; revenue: number; orders: number };

/**
 * What all orders of a period are credited with under one model, in all and by step. The sums of the models agree, since
 * each shares the same orders; what differs is which steps have them.
 */
export type ModelTotal = {
  model: AttributionModel;
  revenue: number;
  orders: number;
  steps: StepTotal[];
  /** Orders whose credit is linear because the fitted model could not be asked, with the reasons. */
  fallbacks: { reason: FallbackReason; orders: number }[];
};

/** Two numbers that are never one: what the models credit, and what the holdout says was brought. */
export type AttributionResults = {
  currency: string;
  attributed: ModelTotal[];
  incremental: ArmResults;
  fitted: FittedOn;
};
