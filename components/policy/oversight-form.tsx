"use client";

import { useState } from "react";
import { deadlineActions } from "#domain/draft-life.ts";
import { oversightModes } from "#domain/sequence.ts";
import { Choices } from "../ui/choices.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { PanelForm } from "../ui/panel-form.tsx";
import { SelectFrom } from "../ui/select.tsx";
import { formatMinutes } from "../ui/time.tsx";
import { deadlineActionLabels, modeHints, modeLabels } from "./labels.ts";
import type { PolicyValues } from "./policy-values.ts";

export type OversightValues = Pick<PolicyValues, "oversightMode" | "reviewDeadlineMinutes" | "deadlineAction">;

/** Who looks at what is written before a shopper does. */
export function OversightForm(props: {
  policy: OversightValues;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: OversightValues) => void;
}) {
  const { oversightMode, reviewDeadlineMinutes, deadlineAction } = props.policy;
  const [values, setValues] = useState<OversightValues>({ oversightMode, reviewDeadlineMinutes, deadlineAction });
  const set = (change: Partial<OversightValues>) => setValues({ ...values, ...change });
  return (
    <PanelForm
      title="Oversight"
      description="Who looks at a draft before a shopper does."
      save="Save oversight"
      mayChange={props.mayChange}
      busy={props.busy}
      onSave={() => props.onSave(values)}
      className="grid gap-5"
    >
      <Choices
        label="Oversight mode"
        columns={3}
        disabled={!props.mayChange}
        value={values.oversightMode}
        onChange={(mode) => set({ oversightMode: mode })}
        choices={oversightModes.map((value) => ({ value, label: modeLabels[value], hint: modeHints[value] }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label="Time to review"
          unit="minutes"
          min={5}
          max={10_080}
          value={values.reviewDeadlineMinutes}
          onChange={(minutes) => set({ reviewDeadlineMinutes: minutes })}
          hint={`A draft waits ${formatMinutes(values.reviewDeadlineMinutes || 0)} at most.`}
          error={complaintOn(props.complaint, "reviewDeadlineMinutes")}
        />
        <Field
          label="When nobody reviewed in time"
          error={complaintOn(props.complaint, "deadlineAction")}
          hint={values.oversightMode === "gated" ? "In gated mode the clock never sends." : undefined}
        >
          <SelectFrom
            labels={deadlineActionLabels}
            value={values.deadlineAction}
            onChange={(event) => {
              const action = deadlineActions.find((one) => one === event.target.value);
              if (action) set({ deadlineAction: action });
            }}
          />
        </Field>
      </div>
    </PanelForm>
  );
}
