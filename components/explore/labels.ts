import type { CellView } from "#domain/explore/cell-view.ts";
import type { Dimension } from "#domain/explore.ts";
import { oversightModes, templateNames } from "#domain/sequence.ts";
import { writerLabels } from "../draft/labels.ts";
import { modeLabels } from "../policy/labels.ts";
import { incentiveKindLabels, templateLabels } from "../sequence/labels.ts";

export const dimensionLabels: Record<Dimension, string> = {
  incentive: "Incentive",
  depth: "Depth of the discount",
  delay: "Delay since abandonment",
  step: "Step",
  sequence: "Sequence",
  segment: "Segment",
  device: "Device",
  country: "Country",
  language: "Language",
  template: "Template",
  mode: "Oversight",
  writer: "Writer",
  arm: "Arm",
  subject: "Subject line",
  hour: "Hour",
  weekday: "Weekday",
  product: "Product",
};

export const viewLabels: Record<CellView, string> = {
  ordered: "Conversion",
  clicked: "Click rate",
  delivered: "Delivery rate",
  unsubscribed: "Unsubscribe rate",
  complained: "Complaint rate",
  revenue: "Attributed revenue",
  revenuePerMessage: "Revenue per message",
  discount: "Discount cost",
  sent: "Messages sent",
};

/** What each view counts, as a chart says it below. */
export const viewHints: Record<CellView, string> = {
  ordered: "Messages with an order credited by last click, of messages sent",
  clicked: "Messages clicked by a person, of messages sent; machines' clicks are left out",
  delivered: "Messages that a mailbox took, of messages sent",
  unsubscribed: "Messages that somebody unsubscribed from, of messages sent",
  complained: "Messages reported as spam, of messages sent",
  revenue: "Revenue of orders credited by last click, net of refunds",
  revenuePerMessage: "Attributed revenue divided by messages sent",
  discount: "Discounts of credited orders that used a code of ours",
  sent: "Messages sent",
};

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const unnamed: Record<string, string> = { unknown: "Not known", "": "Not known" };
const kinds: Record<string, string> = { none: "No incentive", ...incentiveKindLabels };
const templates: Record<string, string> = Object.fromEntries(templateNames.map((name) => [name, templateLabels[name]]));
const modes: Record<string, string> = Object.fromEntries(oversightModes.map((mode) => [mode, modeLabels[mode]]));
const writers: Record<string, string> = writerLabels;
const segments: Record<string, string> = { new: "First order", returning: "Returning", vip: "VIP" };
const devices: Record<string, string> = { phone: "Phone", tablet: "Tablet", desktop: "Desktop" };
const arms: Record<string, string> = { variant: "Written to", holdout: "Holdout" };

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const tongues = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
const named = (names: Intl.DisplayNames, code: string) => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};

const readers: Record<Dimension, (value: string) => string> = {
  incentive: (value) => kinds[value] ?? value,
  depth: (value) =>
    value === "none" ? "No percentage" : value === "31+" ? "31% and more" : `${value.replace("-", "–")}%`,
  delay: (value) =>
    `${value.replace("-", "–").replace("h", " h")}`.replace("+ h", " h and more").replace("96 h+", "96 h and more"),
  step: (value) => `Step ${value}`,
  sequence: (value) => value,
  segment: (value) => segments[value] ?? value,
  device: (value) => devices[value] ?? value,
  country: (value) => named(regions, value),
  language: (value) => named(tongues, value),
  template: (value) => templates[value] ?? value,
  mode: (value) => modes[value] ?? value,
  writer: (value) => writers[value] ?? value,
  arm: (value) => arms[value] ?? value,
  subject: (value) => value || "No subject",
  hour: (value) => (value.includes("–") ? value : `${value}:00`),
  weekday: (value) => weekdayNames[Number(value) - 1] ?? value,
  product: (value) => value,
};

/** A value as people read it. `names` are those of ids, which win. */
export function valueLabel(dimension: Dimension, value: string, names: Record<string, string> = {}): string {
  return names[value] ?? unnamed[value] ?? readers[dimension](value);
}
