"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "../ui/panel.tsx";
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(values);
  };
  return (
    <form onSubmit={submit}>
      <Panel>
        <PanelHeader title="Company" description="The name, currency and clock this tenant works with." />
        <PanelBody>
          <fieldset disabled={!props.mayChange} className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" error={complaintOn(props.complaint, "name")}>
              <Input
                required
                value={values.name}
                onChange={(event) => setValues({ ...values, name: event.target.value })}
              />
            </Field>
            <LocaleFields
              value={values}
              complaint={props.complaint}
              onChange={(change) => setValues({ ...values, ...change })}
            />
          </fieldset>
        </PanelBody>
        {props.mayChange ? (
          <PanelFooter>
            <Button type="submit" variant="primary" busy={props.busy}>
              Save
            </Button>
          </PanelFooter>
        ) : null}
      </Panel>
    </form>
  );
}
