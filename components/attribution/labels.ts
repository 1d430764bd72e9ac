import type { FallbackReason } from "#domain/attribution/fitted.ts";
import type { AttributionModel } from "#domain/attribution.ts";
import { machineLimits } from "#domain/machine-acts.ts";
import type { MachineReason } from "#domain/touchpoint.ts";

export const modelLabels: Record<AttributionModel, string> = {
  last_click: "Last click",
  first_click: "First click",
  linear: "Linear",
  time_decay: "Time decay",
  position: "Position-based",
  markov: "Markov removal effect",
  shapley: "Shapley value",
};

const seconds = (ms: number) => `${ms / 1_000} ${ms === 1_000 ? "second" : "seconds"}`;
const { burst, flood, manyRecipients, clickAfterDelivery, besideMachine } = machineLimits;

/** Why an act is said to be a machine's. */
export const machineLabels: Record<MachineReason, string> = {
  head_request: "It asked for the headers only",
  prefetch_header: "It said that it was loading ahead",
  scanner_agent: "It named itself as a scanner or a program",
  privacy_prefetch: "Apple's mail privacy loads every image",
  at_delivery: `It came with the delivery: a click within ${seconds(clickAfterDelivery)}`,
  burst: `${burst.acts} or more on one mail within ${seconds(burst.within)}`,
  beside_machine: `It came within ${seconds(besideMachine)} of a machine's, from the same network`,
  many_recipients: `${manyRecipients.people} recipients or more within ${seconds(manyRecipients.within)} from one network`,
  flood: `${flood.acts} or more on one mail within ${flood.within / 60_000} minutes`,
};

/** Why a fitted model was not asked. */
export const fallbackLabels: Record<FallbackReason, string> = {
  not_fitted: "Its weights were never worked out yet",
  too_few_paths: "There are too few paths to fit it on",
  new_step: "A step on this path was not there when it was fitted",
  no_weight: "None of the steps on this path weighs anything in it",
};
