import type { IncentiveKind, StepOffer } from "#domain/incentive.ts";
import type { OversightMode, StepPurpose, TemplateName } from "#domain/sequence.ts";
import type { TemplateFact } from "#domain/template.ts";

export const purposeLabels: Record<StepPurpose, string> = {
  reminder: "Reminder",
  help: "Offer help",
  incentive: "Make an offer",
  last_chance: "Last chance",
  browse: "What was looked at",
  thanks: "Thanks for the order",
  tips: "Tips",
  review: "Ask for a review",
  complement: "Something that goes with it",
  loyalty: "Thanks for coming back",
  win_back: "Win back",
};

export const templateLabels: Record<TemplateName, string> = {
  reminder: "Reminder",
  "product-hero": "Product first",
  "cart-table": "Cart as a table",
  help: "Help and answers",
  "social-proof": "Others order too",
  "free-shipping": "Free shipping",
  "percent-off": "Percent off",
  "low-stock": "Few left",
  "last-chance": "Last chance",
  "personal-note": "Personal note",
  loyalty: "Returning customer",
  "post-purchase": "Thanks for the order",
  "win-back": "Win back",
};

/** What a template says when its fact is missing. */
export const templateNeedLabels: Record<TemplateFact, string> = {
  few_left: "Sent as a reminder unless few pieces of something in the cart are left.",
  shop_orders: "Sent as a reminder until the shop has enough orders to speak of.",
  own_orders: "Sent as a reminder to people who have not ordered before.",
};

export const incentiveKindLabels: Record<IncentiveKind, string> = {
  percent: "Percent off",
  free_shipping: "Free shipping",
};

export const offerLabels: Record<StepOffer["kind"], string> = {
  none: "No incentive",
  incentive: "One incentive for all",
  rules: "By cart value",
};

export const oversightLabels: Record<OversightMode, string> = {
  gated: "Gated: a person approves each",
  monitored: "Monitored: flagged drafts wait",
  autonomous: "Autonomous: sends at once",
};
