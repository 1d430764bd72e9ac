"use client";

import { type FormEvent, useState } from "react";
import { mayManage, type Role, roles } from "#domain/member.ts";
import { Button } from "../ui/button.tsx";
import { Choices } from "../ui/choices.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field, FieldSet } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { roleHints, roleLabels } from "./labels.ts";

export type InviteValues = { name: string; email: string; role: Role };

export function InviteForm(props: {
  yourRole: Role;
  busy: boolean;
  complaint: Complaint | null;
  onInvite: (values: InviteValues) => void;
}) {
  const [values, setValues] = useState<InviteValues>({ name: "", email: "", role: "marketer" });
  const offered = roles.filter((role) => mayManage(props.yourRole, { given: role }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onInvite(values);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" error={complaintOn(props.complaint, "name")}>
        <Input
          required
          autoFocus
          value={values.name}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
      </Field>
      <Field label="Email" error={complaintOn(props.complaint, "email")} hint="The invitation works for three days.">
        <Input
          required
          type="email"
          value={values.email}
          onChange={(event) => setValues({ ...values, email: event.target.value })}
        />
      </Field>
      <FieldSet legend="Role">
        <Choices
          label="Role"
          columns={2}
          value={values.role}
          onChange={(role) => setValues({ ...values, role })}
          choices={offered.map((value) => ({ value, label: roleLabels[value], hint: roleHints[value] }))}
        />
      </FieldSet>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          Invite
        </Button>
      </DialogFooter>
    </form>
  );
}
