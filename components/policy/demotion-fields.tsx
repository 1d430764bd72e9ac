"use client";

import type { DemotionLimits } from "#domain/oversight.ts";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input, InputGroup } from "../ui/input.tsx";
import { NumberField } from "../ui/number-field.tsx";

type Share = "rejectedShare" | "editedShare" | "complaintShare";
const shareLabels: Record<Share, string> = {
  rejectedShare: "More rejected than",
  editedShare: "More edited than",
  complaintShare: "More complaints than",
};
const shares = ["rejectedShare", "editedShare", "complaintShare"] as const satisfies Share[];

/** From when a step that runs without people goes back to gated by itself. */
export function DemotionFields({
  value,
  onChange,
}: {
  value: DemotionLimits;
  onChange: (change: Partial<DemotionLimits>) => void;
}) {
  return (
    <FieldSet legend="Back to gated by itself">
      <div className="grid gap-4 sm:grid-cols-3">
        {shares.map((share) => (
          <Field key={share} label={shareLabels[share]}>
            <InputGroup after="%" className="max-w-44">
              <Input
                type="number"
                required
                min={0}
                max={100}
                step={0.1}
                value={Math.round(value[share] * 1_000) / 10}
                onChange={(event) => onChange({ [share]: (event.target.valueAsNumber || 0) / 100 })}
              />
            </InputGroup>
          </Field>
        ))}
        <NumberField
          label="Over at least"
          unit="reviews"
          min={1}
          max={10_000}
          value={value.atLeastReviews}
          onChange={(atLeastReviews) => onChange({ atLeastReviews })}
        />
        <NumberField
          label="Complaints over at least"
          unit="messages"
          min={1}
          max={1_000_000}
          value={value.atLeastSent}
          onChange={(atLeastSent) => onChange({ atLeastSent })}
        />
      </div>
    </FieldSet>
  );
}
