import { type Decision, decide, type Snapshot } from "./decision.ts";

export const messageStatuses = ["queued", "sending", "held", "sent", "failed", "stopped"] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** A claim whose process died is taken again after this long, by the business clock. */
export const claimSeconds = 300;

export const messageEventKinds = [
  "delivered",
  "opened",
  "clicked",
  "bounced",
  "soft_bounced",
  "complained",
  "delayed",
  "failed",
] as const;
export type MessageEventKind = (typeof messageEventKinds)[number];

export const suppressionReasons = ["unsubscribed", "bounced", "complained", "manual", "erased"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** Asked again at the moment of sending, over fresh rows: the same checks as the decision, waits for the due time aside. */
export function maySend(snapshot: Snapshot, now: Date): Decision {
  return decide(snapshot, now);
}

/** A provider's report that ends all mail to an address, or null. Soft bounces never suppress. */
export function suppressionFor(kind: MessageEventKind): SuppressionReason | null {
  if (kind === "bounced") return "bounced";
  return kind === "complained" ? "complained" : null;
}
