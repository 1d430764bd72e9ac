"use client";

import { useState } from "react";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { PanelForm } from "../ui/panel-form.tsx";
import { type Locale, LocaleFields } from "./locale-fields.tsx";

export type TenantValues = { name: string } & Locale;

export function TenantForm(props: {
  tenant: TenantValues;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: TenantValues) => void;
}) {
  const [values, setValues] = useState(props.tenant);
  return (
    <PanelForm
      title="Company"
      description="The name, currency and clock this tenant works with."
      mayChange={props.mayChange}
      busy={props.busy}
      onSave={() => props.onSave(values)}
      className="grid gap-4 sm:grid-cols-2"
    >
      <Field label="Name" error={complaintOn(props.complaint, "name")}>
        <Input required value={values.name} onChange={(event) => setValues({ ...values, name: event.target.value })} />
      </Field>
      <LocaleFields
        value={values}
        complaint={props.complaint}
        onChange={(change) => setValues({ ...values, ...change })}
      />
    </PanelForm>
  );
}
