import type { DeadlineAction } from "#domain/draft-life.ts";
import type { ConsentRule } from "#domain/enrollment.ts";
import type { OversightMode } from "#domain/sequence.ts";

export const modeLabels: Record<OversightMode, string> = {
  gated: "Gated",
  monitored: "Monitored",
  autonomous: "Autonomous",
};

export const modeHints: Record<OversightMode, string> = {
  gated: "A person approves each draft before it is sent.",
  monitored: "Sends by itself and logs everything; drafts with a finding wait for a person.",
  autonomous: "Sends by itself. Words with a blocking finding are still replaced.",
};

export const deadlineActionLabels: Record<DeadlineAction, string> = {
  scripted: "Send the scripted words instead",
  send: "Send the draft as it is",
  drop: "Drop it",
};

export const consentLabels: Record<ConsentRule, string> = {
  not_withdrawn: "Unless they said no",
  explicit: "Only who said yes",
};

export const consentHints: Record<ConsentRule, string> = {
  not_withdrawn: "Whoever gave an address at checkout and never objected.",
  explicit: "Whoever ticked the box for marketing at the shop.",
};
