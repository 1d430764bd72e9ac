"use client";

import type { FormEvent } from "react";
import type { Condition } from "#domain/condition.ts";
import { countText } from "../result/chart-parts.tsx";
import { ConditionEditor } from "../sequence/panel/condition-editor.tsx";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

export type SegmentValues = { name: string; condition: Condition };

/** A name and whom it means; `contacts` is how many fit now, null while that is being counted. */
export function SegmentForm(props: {
  values: SegmentValues;
  contacts: number | null;
  currency: string;
  busy: boolean;
  complaint: Complaint | null;
  onChange: (values: SegmentValues) => void;
  onSave: () => void;
  onCancel: () => void;
}) {
  const { values, onChange } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" error={complaintOn(props.complaint, "name")} required>
        <Input
          required
          maxLength={80}
          value={values.name}
          onChange={(event) => onChange({ ...values, name: event.target.value })}
        />
      </Field>
      <FieldSet legend="Who belongs to it" hint="Questions about a cart are asked of a contact's newest open one.">
        <ConditionEditor
          condition={values.condition}
          basis={{ currency: props.currency, messageIds: [] }}
          onChange={(condition) => onChange({ ...values, condition })}
        />
      </FieldSet>
      {complaintOn(props.complaint, "condition") ? (
        <p role="alert" className="text-bad text-xs">
          {complaintOn(props.complaint, "condition")}
        </p>
      ) : null}
      <div className="sticky -bottom-4 -mx-5 -mb-4 flex flex-wrap items-center gap-2 border-t bg-raised px-5 py-3">
        <p aria-live="polite" className="mr-auto text-ink-soft text-sm">
          {props.contacts === null ? (
            "Counting…"
          ) : (
            <>
              <b className="tabular font-semibold text-ink">{countText(props.contacts)}</b>{" "}
              {props.contacts === 1 ? "contact fits" : "contacts fit"} now
            </>
          )}
        </p>
        <Button onClick={props.onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={props.busy}>
          Save segment
        </Button>
      </div>
    </form>
  );
}
