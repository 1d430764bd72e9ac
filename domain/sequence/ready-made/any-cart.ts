import { byRules, clicked, day, graph, hour, line, message, type ReadyMade, split, wait } from "./parts.ts";

export const gentleReminder = (): ReadyMade => ({
  key: "gentle-reminder",
  name: "Gentle reminder",
  purpose: "One friendly message, no discount. For shops that do not want to push.",
  timing: "After 4 hours: late enough not to disturb who is still choosing, early enough to be remembered.",
  graph: graph("cart_abandoned", line([4 * hour, "reminder", { template: "reminder" }])),
});

export const classicLadder = (): ReadyMade => ({
  key: "classic-ladder",
  name: "Classic ladder",
  purpose: "A reminder, then free shipping, then what your rules grant: the smallest incentive that is likely to work.",
  timing: "2, 24 and 72 hours after the cart was abandoned.",
  graph: graph(
    "cart_abandoned",
    line(
      [2 * hour, "reminder", { template: "reminder" }],
      [22 * hour, "second", { template: "free-shipping", purpose: "incentive", offer: byRules }],
      [48 * hour, "last", { template: "percent-off", purpose: "last_chance", offer: byRules }],
    ),
  ),
});

export const fiveSteps = (): ReadyMade => ({
  key: "five-steps",
  name: "Five steps with answers and proof",
  purpose: "Takes away doubts before it offers anything; who clicked is not offered a discount at once.",
  timing: "2 hours, 1 day, 2 days, 4 days and 6 days: done before a week is over.",
  graph: graph("cart_abandoned", [
    wait("reminder-wait", 2 * hour, "reminder"),
    message("reminder", "help-wait", { template: "product-hero" }),
    wait("help-wait", 22 * hour, "help"),
    message("help", "proof-wait", { template: "help", purpose: "help" }),
    wait("proof-wait", day, "proof"),
    message("proof", "interested", { template: "social-proof" }),
    split(
      "interested",
      { kind: "any", of: [clicked("help"), clicked("proof")] },
      { yes: "table-wait", no: "offer-wait" },
    ),
    wait("table-wait", 2 * day, "table"),
    message("table", "last-wait", { template: "cart-table" }),
    wait("offer-wait", 2 * day, "offer"),
    message("offer", "last-wait", { template: "percent-off", purpose: "incentive", offer: byRules }),
    wait("last-wait", 2 * day, "last"),
    message("last", null, { template: "last-chance", purpose: "last_chance", offer: byRules }),
  ]),
});
