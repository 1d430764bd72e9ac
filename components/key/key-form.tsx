"use client";

import { type FormEvent, useState } from "react";
import { type KeyScope, keyScopes, mayHoldTogether } from "#domain/member.ts";
import { scopeHints, scopeLabels } from "../member/labels.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

export type KeyValues = { name: string; scopes: KeyScope[] };

/** A new key: what it is for, and the least it needs. */
export function KeyForm(props: { busy: boolean; complaint: Complaint | null; onMake: (values: KeyValues) => void }) {
  const [values, setValues] = useState<KeyValues>({ name: "", scopes: ["read"] });
  const { name, scopes } = values;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onMake(values);
  };
  const withScope = (scope: KeyScope, on: boolean) =>
    keyScopes.filter((one) => (one === scope ? on : scopes.includes(one)));
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" hint="What will use it." error={complaintOn(props.complaint, "name")}>
        <Input
          required
          autoFocus
          placeholder="Reporting"
          value={name}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
      </Field>
      <FieldSet legend="It may" hint="Sending and oversight never go together: what sends must not approve itself.">
        {keyScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={scopeLabels[scope]}
            hint={scopeHints[scope]}
            checked={scopes.includes(scope)}
            disabled={!mayHoldTogether([...scopes, scope])}
            onChange={(event) => setValues({ ...values, scopes: withScope(scope, event.target.checked) })}
          />
        ))}
      </FieldSet>
      {complaintOn(props.complaint, "scopes") ? (
        <p role="alert" className="text-bad text-xs">
          {complaintOn(props.complaint, "scopes")}
        </p>
      ) : null}
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy} disabled={scopes.length === 0}>
          Make key
        </Button>
      </DialogFooter>
    </form>
  );
}
