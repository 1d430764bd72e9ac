import type { StepChange } from "#domain/experiment.ts";
import type { SetupChoices } from "./choices.ts";

/** What the fields of one variation of an arm get. */
export type PartProps = {
  change: StepChange;
  choices: SetupChoices;
  set: (part: Partial<StepChange>) => void;
  error: string | null;
};
