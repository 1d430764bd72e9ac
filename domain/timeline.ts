import type { OrganicReason } from "./attribution.ts";
import type { WithheldReason } from "./budget.ts";
import type { CartStandsFor } from "./cart.ts";
import type { StopReason, WaitReason } from "./decision.ts";
import type { FallbackReason, WriterName } from "./draft.ts";
import type { HoldReason } from "./draft-life.ts";
import type { CloseReason } from "./enrollment.ts";
import type { MessageEventKind, MessageStatus } from "./message.ts";
import type { OrderStatus } from "./order.ts";
import type { ReviewKind } from "./oversight/life-of.ts";
import type { WebhookOutcome } from "./shop-event.ts";
import type { MachineReason } from "./touchpoint.ts";

type Entry<Kind extends string, Facts> = { kind: Kind; id: string; at: string } & Facts;

/** The sequence that goes before another one. */
export type GoesFirst = { sequence: string; sequenceId: string };

/** One thing that happened to a cart, as its page tells it. Positions count from 0, amounts are minor units. */
export type TimelineEntry =
  | Entry<"cart_started", { standsFor?: CartStandsFor }>
  | Entry<"cart_abandoned", object>
  | Entry<"cart_deleted", object>
  | Entry<"webhook", { topic: string; outcome: WebhookOutcome; reason: string | null }>
  | Entry<"enrolled", { sequence: string; sequenceId: string; version: number; arm: string; holdout: boolean }>
  | Entry<"closed", { reason: CloseReason | null; first: GoesFirst | null }>
  | Entry<
      "decision",
      {
        position: number;
        answer: "send" | "wait" | "stop";
        reason: StopReason | WaitReason | "skipped" | null;
        until: string | null;
        incentive: string | null;
        /** The incentive that its budget did not give. */
        withheld: { incentive: string; because: WithheldReason } | null;
        first: GoesFirst | null;
      }
    >
  | Entry<
      "draft",
      {
        position: number;
        writer: WriterName;
        model: string | null;
        fallbackReason: FallbackReason | null;
        subject: string | null;
        findings: number;
        heldReason: HoldReason | null;
        chosen: boolean;
      }
    >
  | Entry<"review", { draftId: string; act: ReviewKind; by: string | null; byPolicy: boolean; reason: string | null }>
  | Entry<
      "message",
      {
        position: number;
        status: MessageStatus;
        reason: string | null;
        subject: string;
        sentAt: string | null;
        /** Until when it waits to leave, where it was put off. */
        until: string | null;
      }
    >
  | Entry<"message_event", { messageId: string; report: MessageEventKind }>
  | Entry<"click", { messageId: string; machineReason: MachineReason | null }>
  | Entry<"order", { number: string | null; total: number; currency: string; status: OrderStatus }>
  | Entry<
      "conversion",
      { amount: number; currency: string; credited: boolean; organicReason: OrganicReason | null; windowDays: number }
    >;

export type TimelineKind = TimelineEntry["kind"];

const order: Record<TimelineKind, number> = {
  cart_started: 0,
  webhook: 1,
  cart_abandoned: 2,
  enrolled: 3,
  decision: 4,
  draft: 5,
  review: 6,
  message: 7,
  message_event: 8,
  click: 9,
  cart_deleted: 10,
  order: 11,
  closed: 12,
  conversion: 13,
};

/** Entries as they happened; what shares an instant stands in the order of the path. */
export function inOrder(entries: TimelineEntry[]): TimelineEntry[] {
  return [...entries].sort(
    (a, b) => a.at.localeCompare(b.at) || order[a.kind] - order[b.kind] || a.id.localeCompare(b.id),
  );
}
