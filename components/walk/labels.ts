import type { TrialActKind } from "#domain/sequence/trial.ts";
import type { WalkedKind } from "#domain/sequence/walked.ts";

export const actLabels: Record<TrialActKind, string> = {
  opens: "Opens message",
  clicks: "Clicks message",
  back_on_site: "Is back in the shop",
  changes_cart: "Changes the cart",
  orders: "Orders",
  unsubscribes: "Unsubscribes",
  empties_cart: "Empties the cart",
};

/** What became of a step, in the past tense of a job that really did it. */
export const walkedLabels: Record<WalkedKind, string> = {
  waited: "Waited",
  event_came: "It came",
  event_missed: "Time ran out",
  split: "Split",
  experiment: "Drew an arm",
  not_resent: "Not sent again",
  already_sent: "Was sent before",
  written: "Wrote the message",
  tagged: "Set a tag",
  telling: "Is telling the team",
  told: "Told the team",
  called: "Called the webhook",
  stopped: "Stopped",
  finished: "Came to the end",
};
