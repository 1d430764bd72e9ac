import type { Test } from "../../condition.ts";
import {
  all,
  byRules,
  day,
  graph,
  hour,
  line,
  message,
  orders,
  type ReadyMade,
  split,
  type Worth,
  wait,
} from "./parts.ts";

const taggedVip: Test = { kind: "test", field: "contact.tags", op: "contains", value: "vip" };

export const highValue = (worth: Worth): ReadyMade => ({
  key: "high-value",
  name: "High value, personal",
  purpose: "Carts that are worth a person's time: a colleague is told, and a personal note is approved by hand.",
  timing:
    "After 1 hour your team hears of it; the note leaves in the shopper's morning, an answer is awaited for 3 days.",
  graph: graph(
    "cart_abandoned",
    [
      wait("begin", hour, "tell"),
      {
        ...{ id: "tell", kind: "notify", memberId: null, next: "morning" },
        note: "A valuable cart was left. Look at it before the note leaves.",
      },
      { id: "morning", kind: "wait_until", weekdays: [], hour: 10, minute: 0, next: "note" },
      message("note", "heard", { template: "personal-note", purpose: "help", oversight: "gated" }),
      {
        ...{ id: "heard", kind: "wait_for_event", event: "message_clicked", ofStep: "note" },
        ...{ timeoutMinutes: 3 * day, came: "help", timedOut: "offer" },
      },
      message("help", null, { template: "help", purpose: "help", oversight: "gated" }),
      message("offer", null, {
        template: "free-shipping",
        purpose: "last_chance",
        offer: byRules,
        oversight: "gated",
      }),
    ],
    all(worth(300)),
  ),
});

export const firstTime = (worth: Worth): ReadyMade => ({
  key: "first-time",
  name: "First-time buyer",
  purpose: "Who has never ordered: trust first, an incentive only for carts that pay for it.",
  timing: "3 hours, 1 day and 3 days.",
  graph: graph(
    "cart_abandoned",
    [
      wait("help-wait", 3 * hour, "help"),
      message("help", "proof-wait", { template: "help", purpose: "help" }),
      wait("proof-wait", 21 * hour, "proof"),
      message("proof", "worth-wait", { template: "social-proof" }),
      wait("worth-wait", 2 * day, "worth"),
      split("worth", all(worth(40)), { yes: "offer", no: "last" }),
      message("offer", null, { template: "percent-off", purpose: "incentive", offer: byRules }),
      message("last", null, { template: "last-chance", purpose: "last_chance" }),
    ],
    all(orders("eq", 0)),
  ),
});

export const returning = (): ReadyMade => ({
  key: "returning",
  name: "Returning customer",
  purpose: "Who has ordered before knows you: short, thankful, no lesson about the shop.",
  timing: "4 hours and 2 days.",
  graph: graph(
    "cart_abandoned",
    line([4 * hour, "thanks", { template: "loyalty" }], [44 * hour, "table", { template: "cart-table" }]),
    all(orders("gte", 1)),
  ),
});

export const vip = (): ReadyMade => ({
  key: "vip",
  name: "VIP without discount",
  purpose: "Your best customers are looked after, not bought: no incentive, help from a person.",
  timing: "After 6 hours, and once more in the morning three days later.",
  graph: graph(
    "cart_abandoned",
    [
      wait("care-wait", 6 * hour, "care"),
      message("care", "later", { template: "loyalty" }),
      wait("later", 3 * day, "morning"),
      {
        id: "morning",
        kind: "wait_until",
        weekdays: ["mon", "tue", "wed", "thu", "fri"],
        hour: 10,
        minute: 0,
        next: "note",
      },
      message("note", null, { template: "personal-note", purpose: "help", oversight: "gated" }),
    ],
    { kind: "any", of: [taggedVip, orders("gte", 5)] },
  ),
});
