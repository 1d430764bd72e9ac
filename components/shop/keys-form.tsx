"use client";

import { type FormEvent, useState } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Notice } from "../ui/notice.tsx";
import type { CredentialFieldView } from "./platform-view.ts";
import { SecretInput } from "./secret-input.tsx";

/** What the shop's API is asked with. It can be written and never read: a field left empty keeps what is stored. */
export function KeysForm(props: {
  fields: CredentialFieldView[];
  /** The names of what is stored. */
  stored: string[];
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: Record<string, string>) => void;
}) {
  const [values, setValues] = useState<Record<string, string>>({});
  const entered = Object.entries(values)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(Object.fromEntries(entered));
    setValues({});
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {props.complaint ? <Notice tone="bad">{props.complaint.message}</Notice> : null}
      {props.fields.map(({ name, label, secret, hint }) => {
        const stored = props.stored.includes(name);
        const input = {
          value: values[name] ?? "",
          placeholder: stored ? "Leave empty to keep it" : undefined,
        };
        const set = (value: string) => setValues({ ...values, [name]: value });
        return (
          <Field
            key={name}
            label={
              <span className="flex items-center gap-2">
                {label}
                {stored ? <Badge tone="good">Stored</Badge> : null}
              </span>
            }
            hint={hint}
            error={complaintOn(props.complaint, name)}
          >
            {secret ? (
              <SecretInput {...input} what={label} onChange={set} />
            ) : (
              <Input {...input} autoComplete="off" onChange={(event) => set(event.target.value)} />
            )}
          </Field>
        );
      })}
      <Button type="submit" className="justify-self-end" disabled={entered.length === 0} busy={props.busy}>
        Save access
      </Button>
    </form>
  );
}
