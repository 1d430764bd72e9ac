export const attributionModels = ["last_click"] as const;
export type AttributionModel = (typeof attributionModels)[number];

export const organicReasons = ["no_click", "outside_window", "cancelled"] as const;
export type OrganicReason = (typeof organicReasons)[number];

export type Touchpoint = { messageId: string; enrollmentId: string; at: Date };

export type Credit =
  | { kind: "credited"; messageId: string; enrollmentId: string; amount: number }
  | { kind: "organic"; reason: OrganicReason };

/** Last-click attribution: the whole amount (minor units) to the newest click before the order and inside the window. */
export function attributeLastClick(
  order: { amount: number; orderedAt: Date; cancelled: boolean },
  touchpoints: Touchpoint[],
  windowDays: number,
): Credit {
  if (order.cancelled) return { kind: "organic", reason: "cancelled" };
  const before = touchpoints.filter((touch) => touch.at <= order.orderedAt);
  if (before.length === 0) return { kind: "organic", reason: "no_click" };
  const last = before.reduce((newest, touch) => (touch.at > newest.at ? touch : newest));
  if (order.orderedAt.getTime() - last.at.getTime() > windowDays * 86_400_000) {
    return { kind: "organic", reason: "outside_window" };
  }
  return { kind: "credited", messageId: last.messageId, enrollmentId: last.enrollmentId, amount: order.amount };
}
