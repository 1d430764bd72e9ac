import { all, byRules, day, graph, hour, message, orders, type ReadyMade, split, wait } from "./parts.ts";

export const browse = (): ReadyMade => ({
  key: "browse",
  name: "Browse abandonment",
  purpose: "Somebody looked at products and put nothing into a cart. One message, and no second one unasked.",
  timing: "A day after they went quiet; a second two days later, only for who clicked.",
  graph: graph("browse_abandoned", [
    wait("look-wait", day, "look"),
    message("look", "interested", { template: "product-hero", purpose: "browse" }),
    {
      ...{ id: "interested", kind: "wait_for_event", event: "message_clicked", ofStep: "look" },
      ...{ timeoutMinutes: 2 * day, came: "proof-wait", timedOut: "done" },
    },
    wait("proof-wait", 2 * day, "proof"),
    message("proof", null, { template: "social-proof", purpose: "browse" }),
    { id: "done", kind: "end" },
  ]),
});

export const postPurchase = (): ReadyMade => ({
  key: "post-purchase",
  name: "After the order",
  purpose: "Thanks, tips, a request for a review, something that goes with it, and a word to loyal customers.",
  timing: "1 hour, 3 days, 14 days, 24 days and 45 days after the order.",
  graph: graph("order_placed", [
    wait("thanks-wait", hour, "thanks"),
    message("thanks", "tips-wait", { template: "post-purchase", purpose: "thanks" }),
    wait("tips-wait", 3 * day, "tips"),
    message("tips", "review-wait", { template: "help", purpose: "tips" }),
    wait("review-wait", 11 * day, "review"),
    message("review", "goes-with-wait", { template: "personal-note", purpose: "review" }),
    wait("goes-with-wait", 10 * day, "goes-with"),
    message("goes-with", "loyal-wait", { template: "product-hero", purpose: "complement" }),
    wait("loyal-wait", 21 * day, "loyal"),
    split("loyal", all(orders("gte", 2)), { yes: "loyalty", no: null }),
    message("loyalty", "loyal-tag", { template: "loyalty", purpose: "loyalty" }),
    { id: "loyal-tag", kind: "tag", tag: "loyal", act: "add", next: null },
  ]),
});

export const winBack = (): ReadyMade => ({
  key: "win-back",
  name: "Win back",
  purpose: "Who has not ordered for a season is asked once kindly, once with an offer, then left in peace.",
  timing: "90 days after the last order, then 10 and 20 days later.",
  graph: graph("time_since_order", [
    message("kind", "kind-again-wait", { template: "win-back", purpose: "win_back" }),
    wait("kind-again-wait", 3 * day, "kind-again"),
    message("kind-again", "offer-wait", { template: "win-back", purpose: "win_back", resendOf: "kind" }),
    wait("offer-wait", 7 * day, "offer"),
    message("offer", "last-wait", { template: "percent-off", purpose: "win_back", offer: byRules }),
    wait("last-wait", 10 * day, "last"),
    message("last", "rest", { template: "win-back", purpose: "win_back", offer: byRules }),
    { id: "rest", kind: "tag", tag: "resting", act: "add", next: null },
  ]),
});
