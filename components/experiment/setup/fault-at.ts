import type { ExperimentFault } from "#domain/experiment/faults.ts";
import { faultLabels } from "../labels.ts";

/** What is wrong at a place of a setup, in words; null where nothing is. */
export type FaultAt = (field: string) => string | null;

export function faultsAt(faults: ExperimentFault[]): FaultAt {
  return (field) => {
    const found = faults.find((one) => one.field === field);
    return found ? faultLabels[found.fault] : null;
  };
}

const places: [RegExp, (arm: string) => string][] = [
  [/^arms\.(\d+)/, (arm) => arm],
  [/^arms$/, () => "Arms"],
  [/^plan\.guardrails/, () => "Guardrails"],
  [/^plan\.promotion/, () => "Promotion"],
  [/^plan\.allocation/, () => "Moving shares"],
  [/^plan\./, () => "How it is judged"],
  [/^endsAt$/, () => "End"],
];

/** What people call the place of a fault. */
export function placeText(field: string, arms: { name: string }[]): string {
  for (const [pattern, text] of places) {
    const found = pattern.exec(field);
    if (!found) continue;
    const place = Number(found[1] ?? -1);
    return text(arms[place]?.name.trim() || `Arm ${place + 1}`);
  }
  return "Setup";
}
