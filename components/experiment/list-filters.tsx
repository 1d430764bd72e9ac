"use client";

import { type ExperimentState, experimentStates } from "#domain/experiment/life.ts";
import { chosenFrom } from "../sequence/panel/chosen-from.ts";
import { Select } from "../ui/select.tsx";
import { stateLabels } from "./labels.ts";

export type ExperimentFilters = { state: ExperimentState | null; sequenceId: string | null };

type Props = {
  filters: ExperimentFilters;
  sequences: { id: string; name: string }[];
  onChange: (filters: ExperimentFilters) => void;
};

export function ExperimentFilterBar({ filters, sequences, onChange }: Props) {
  return (
    <div className="flex flex-wrap gap-2 border-b px-4 py-2.5">
      <Select
        aria-label="State"
        className="w-40"
        value={filters.state ?? ""}
        onChange={(event) => onChange({ ...filters, state: chosenFrom(experimentStates, event) ?? null })}
      >
        <option value="">Every state</option>
        {experimentStates.map((state) => (
          <option key={state} value={state}>
            {stateLabels[state]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Sequence"
        className="w-56"
        value={filters.sequenceId ?? ""}
        onChange={(event) => onChange({ ...filters, sequenceId: event.target.value || null })}
      >
        <option value="">Every sequence</option>
        {sequences.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
