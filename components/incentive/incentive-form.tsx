"use client";

import { type FormEvent, useState } from "react";
import type { Budget } from "#domain/budget.ts";
import { type Incentive, incentiveKinds } from "#domain/incentive.ts";
import { Button } from "../ui/button.tsx";
import { Choices } from "../ui/choices.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Switch } from "../ui/switch.tsx";
import { BudgetFields } from "./budget-fields.tsx";
import { incentiveKindLabels } from "./labels.ts";

export type IncentiveValues = Omit<Incentive, "id"> & { budget: Budget | null };

export function IncentiveForm(props: {
  incentive: IncentiveValues;
  currencies: string[];
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: IncentiveValues) => void;
}) {
  const [values, setValues] = useState(props.incentive);
  const set = (change: Partial<IncentiveValues>) => setValues({ ...values, ...change });
  const on = (field: string) => complaintOn(props.complaint, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(values);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Choices
        label="Kind"
        columns={2}
        value={values.kind}
        onChange={(kind) => set({ kind, percent: kind === "percent" ? (values.percent ?? 10) : null })}
        choices={incentiveKinds.map((value) => ({ value, label: incentiveKindLabels[value] }))}
      />
      <Field label="Name" hint="As members see it." error={on("name")}>
        <Input required value={values.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      {values.kind === "percent" ? (
        <NumberField
          label="Off the cart"
          unit="%"
          min={1}
          max={90}
          value={values.percent ?? Number.NaN}
          onChange={(percent) => set({ percent })}
          error={on("percent")}
        />
      ) : null}
      <Field
        label="Code"
        hint="The discount code that exists in your shop; empty when none is needed."
        error={on("code")}
      >
        <Input
          autoComplete="off"
          className="font-mono"
          value={values.code ?? ""}
          onChange={(event) => set({ code: event.target.value || null })}
        />
      </Field>
      <Switch
        label="Ends"
        hint="The message then says until when it holds."
        checked={values.validHours !== null}
        onCheckedChange={(ends) => set({ validHours: ends ? 48 : null })}
      />
      {values.validHours !== null ? (
        <NumberField
          label="Holds for"
          unit="hours"
          min={1}
          max={720}
          value={values.validHours}
          onChange={(validHours) => set({ validHours })}
          error={on("validHours")}
        />
      ) : null}
      <BudgetFields
        budget={values.budget}
        currencies={props.currencies}
        complaint={props.complaint}
        onChange={(budget) => set({ budget })}
      />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          Save incentive
        </Button>
      </DialogFooter>
    </form>
  );
}
