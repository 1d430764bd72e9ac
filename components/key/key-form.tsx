"use client";

import { type FormEvent, useState } from "react";
import { type KeyMode, type KeyScope, keyScopes, mayHoldTogether } from "#domain/member.ts";
import { scopeHints, scopeLabels } from "../member/labels.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { KeyLimits } from "./key-limits.tsx";
import { type KeyValues, modeHints, newKeyValues } from "./key-values.ts";

type Props = { mode: KeyMode; busy: boolean; complaint: Complaint | null; onMake: (values: KeyValues) => void };

/** A new key: what it is for, and the least it needs. */
export function KeyForm(props: Props) {
  const [values, setValues] = useState<KeyValues>(newKeyValues(props.mode));
  const { name, scopes, mode } = values;
  const change = (part: Partial<KeyValues>) => setValues((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onMake(values);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" hint="What will use it." error={complaintOn(props.complaint, "name")}>
        <Input
          required
          autoFocus
          placeholder="Reporting"
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <ScopeFields
        scopes={scopes}
        error={complaintOn(props.complaint, "scopes")}
        onChange={(next) => change({ scopes: next })}
      />
      <FieldSet legend="Kind" hint={modeHints[mode]}>
        <Segmented
          label="Kind"
          className="justify-self-start"
          value={mode}
          onChange={(next) => change({ mode: next })}
          options={[
            { value: "live", label: "Live" },
            { value: "test", label: "Test" },
          ]}
        />
      </FieldSet>
      <KeyLimits values={values} complaint={props.complaint} onChange={change} />
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

type ScopeProps = { scopes: KeyScope[]; error: string | null; onChange: (scopes: KeyScope[]) => void };

function ScopeFields({ scopes, error, onChange }: ScopeProps) {
  const withScope = (scope: KeyScope, on: boolean) =>
    keyScopes.filter((one) => (one === scope ? on : scopes.includes(one)));
  return (
    <FieldSet legend="It may" hint="Sending and oversight never go together: what sends must not approve itself.">
      {keyScopes.map((scope) => {
        const isBarred = !mayHoldTogether([...scopes, scope]);
        return (
          <Checkbox
            key={scope}
            label={scopeLabels[scope]}
            hint={
              isBarred
                ? `Not together with ${scopeLabels[scope === "send" ? "oversight" : "send"]}.`
                : scopeHints[scope]
            }
            checked={scopes.includes(scope)}
            disabled={isBarred}
            onChange={(event) => onChange(withScope(scope, event.target.checked))}
          />
        );
      })}
      {error ? (
        <p role="alert" className="text-bad text-xs">
          {error}
        </p>
      ) : null}
    </FieldSet>
  );
}
