"use client";

import { useState } from "react";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input, InputGroup } from "../ui/input.tsx";
import { PanelForm } from "../ui/panel-form.tsx";

/** What is left of goods at list price once they are paid for; empty while nobody says so, and then no margin is shown. */
export function MarginForm(props: {
  marginPercent: number | null;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (marginPercent: number | null) => void;
}) {
  const [text, setText] = useState(props.marginPercent === null ? "" : String(props.marginPercent));
  return (
    <PanelForm
      title="Margin"
      description="The results show what recovered orders leave after goods, discounts and models."
      mayChange={props.mayChange}
      busy={props.busy}
      onSave={() => props.onSave(text === "" ? null : Number(text))}
    >
      <Field
        label="Left of the list price once goods are paid for"
        hint="Leave it empty to show no margin."
        error={complaintOn(props.complaint, "marginPercent")}
      >
        <InputGroup after="%" className="max-w-44">
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={100}
            step={1}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </InputGroup>
      </Field>
    </PanelForm>
  );
}
