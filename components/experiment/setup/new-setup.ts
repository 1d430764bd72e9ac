import { type Arm, defaultPlan, isStepChange } from "#domain/experiment.ts";
import type { SetupView } from "#domain/experiment-view.ts";
import { beginningOf, type SetupChoices, stepChoices } from "./choices.ts";

/** Where a setup begins: the sequence as it is against another subject at one step, and a tenth held out. */
export function newSetup(choices: SetupChoices, preset: { sequenceId?: string; stepId?: string }): SetupView {
  const sequence = choices.sequences.find(({ id }) => id === preset.sequenceId) ?? choices.sequences[0];
  const steps = stepChoices(sequence, choices);
  const step = steps.find(({ id }) => id === preset.stepId) ?? steps[0];
  const change = step ? { stepId: step.id, ...beginningOf("subject", { step, language: choices.language }) } : null;
  const arms: Arm[] = [
    { name: "As it is", kind: "variant", share: 45, change: null },
    { name: "B", kind: "variant", share: 45, change },
    { name: "Holdout", kind: "holdout", share: 10, change: null },
  ];
  return { sequenceId: sequence?.id ?? "", name: "", arms, plan: defaultPlan(choices.currency), endsAt: null };
}

/** The same setup on another sequence: what named a step or version of the old one names the first of the new one. */
export function movedTo(setup: SetupView, sequenceId: string, choices: SetupChoices): SetupView {
  const sequence = choices.sequences.find(({ id }) => id === sequenceId);
  const [first] = stepChoices(sequence, choices);
  const arms = setup.arms.map((arm): Arm => {
    const { change } = arm;
    if (change === null) return arm;
    if (isStepChange(change)) return { ...arm, change: { ...change, stepId: first?.id ?? "" } };
    return { ...arm, change: { versionId: sequence?.versions[0]?.id ?? "" } };
  });
  return { ...setup, sequenceId, arms };
}
