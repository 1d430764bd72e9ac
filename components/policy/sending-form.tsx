"use client";

import { type ReactNode, useState } from "react";
import { consentRules } from "#domain/enrollment.ts";
import { Choices } from "../ui/choices.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { FieldSet } from "../ui/field.tsx";
import { TextLink } from "../ui/link.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { PanelForm } from "../ui/panel-form.tsx";
import { Switch } from "../ui/switch.tsx";
import { formatMinutes } from "../ui/time.tsx";
import { AttributionFields } from "./attribution-fields.tsx";
import { consentHints, consentLabels } from "./labels.ts";
import type { PolicyValues } from "./policy-values.ts";

export type SendingValues = Omit<
  PolicyValues,
  | "oversightMode"
  | "reviewDeadlineMinutes"
  | "deadlineAction"
  | "alwaysReview"
  | "samplePercent"
  | "secondApprover"
  | "demotion"
>;

/** When a cart counts as abandoned, and who may be written to. */
export function SendingForm(props: {
  policy: SendingValues;
  holdout: ReactNode;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: SendingValues) => void;
}) {
  const [values, setValues] = useState<SendingValues>(props.policy);
  const set = (change: Partial<SendingValues>) => setValues({ ...values, ...change });
  const on = (field: string) => complaintOn(props.complaint, field);
  return (
    <PanelForm
      title="Sending"
      description="When a cart counts as abandoned, and who may be written to."
      save="Save sending"
      mayChange={props.mayChange}
      busy={props.busy}
      onSave={() => props.onSave(values)}
      className="grid gap-6"
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          label="Abandoned after"
          unit="minutes"
          min={1}
          max={10_080}
          value={values.abandonmentMinutes}
          onChange={(minutes) => set({ abandonmentMinutes: minutes })}
          hint={`${formatMinutes(values.abandonmentMinutes || 0)} without a change.`}
          error={on("abandonmentMinutes")}
        />
        <NumberField
          label="Given up after"
          unit="days"
          min={1}
          max={90}
          value={values.expiryDays}
          onChange={(days) => set({ expiryDays: days })}
          hint="No step is sent later than this."
          error={on("expiryDays")}
        />
        <NumberField
          label="Credited for"
          unit="days"
          min={1}
          max={90}
          value={values.attributionDays}
          onChange={(days) => set({ attributionDays: days })}
          hint="From the last click to the order."
          error={on("attributionDays")}
        />
      </div>
      <AttributionFields
        days={values.attributionDays}
        value={values.attribution}
        onChange={(attribution) => set({ attribution })}
        errorOn={(field) => on(`attribution.${field}`)}
      />
      <FieldSet legend="Who may be written to">
        <Choices
          label="Who may be written to"
          columns={2}
          disabled={!props.mayChange}
          value={values.consentRule}
          onChange={(rule) => set({ consentRule: rule })}
          choices={consentRules.map((value) => ({
            value,
            label: consentLabels[value],
            hint: consentHints[value],
          }))}
        />
      </FieldSet>
      <p className="text-ink-soft text-sm">
        When messages may leave and how many are too many:{" "}
        <TextLink href="/settings/timing">Timing and pressure</TextLink>
      </p>
      <Switch
        label="Thank returning customers"
        hint="A line for those who have ordered before."
        checked={values.loyaltyLine}
        onCheckedChange={(loyaltyLine) => set({ loyaltyLine })}
      />
      {props.holdout}
    </PanelForm>
  );
}
