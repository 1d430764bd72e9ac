"use client";

import { writerModes } from "#domain/writer-settings.ts";
import { Choices } from "../ui/choices.tsx";
import { complaintOn } from "../ui/complaint.ts";
import { NumberField } from "../ui/number-field.tsx";
import { writerModeHints, writerModeLabels } from "./labels.ts";
import type { WriterPart } from "./writer-values.ts";

export function ModeFields({ values, set, complaint, disabled }: WriterPart & { disabled: boolean }) {
  return (
    <>
      <Choices
        label="How many drafts are written"
        columns={2}
        disabled={disabled}
        value={values.mode}
        onChange={(mode) => set({ mode })}
        choices={writerModes.map((value) => ({ value, label: writerModeLabels[value], hint: writerModeHints[value] }))}
      />
      {values.mode === "economy" ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            label="Variants of a pattern"
            unit="drafts"
            min={1}
            max={20}
            value={values.variants}
            onChange={(variants) => set({ variants })}
            hint="So many are written before any is used again."
            error={complaintOn(complaint, "variants")}
          />
          <NumberField
            label="Used for"
            unit="days"
            min={1}
            max={90}
            value={values.reuseDays}
            onChange={(reuseDays) => set({ reuseDays })}
            hint="Then new ones are written."
            error={complaintOn(complaint, "reuseDays")}
          />
        </div>
      ) : null}
    </>
  );
}
