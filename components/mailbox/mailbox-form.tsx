"use client";

import { type FormEvent, useState } from "react";
import type { MailboxRow } from "#domain/mailbox.ts";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";

export type MailboxValues = Pick<
  MailboxRow,
  "address" | "name" | "signature" | "shopId" | "proposesAnswers" | "keepsFiles"
>;

const fresh: MailboxValues = {
  ...{ address: "", name: "", signature: "", shopId: null, proposesAnswers: true, keepsFiles: true },
};

/** Where shoppers write to, and what is done with what they write. The address stands once it was made. */
export function MailboxForm(props: {
  first: MailboxValues | null;
  shops: { id: string; name: string }[];
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: MailboxValues) => void;
}) {
  const [values, setValues] = useState<MailboxValues>(props.first ?? fresh);
  const change = (part: Partial<MailboxValues>) => setValues({ ...values, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(values);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {props.first ? null : (
        <Field
          label="Address"
          hint="Answers come to it with the message's id behind a plus, such as hello+msg_01…@. It cannot be changed later."
          error={complaintOn(props.complaint, "address")}
        >
          <Input
            required
            autoFocus
            type="email"
            maxLength={200}
            placeholder="hello@shop.example"
            value={values.address}
            onChange={(event) => change({ address: event.target.value })}
          />
        </Field>
      )}
      <Field label="Name" hint="How it is called here." error={complaintOn(props.complaint, "name")}>
        <Input required maxLength={80} value={values.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field
        label="Shop"
        hint="Whose messages are answered here. The oldest mailbox stands in for shops that have none."
        error={complaintOn(props.complaint, "shopId")}
      >
        <Select value={values.shopId ?? ""} onChange={(event) => change({ shopId: event.target.value || null })}>
          <option value="">All shops without one of their own</option>
          {props.shops.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Signature" hint="Stands below answers." error={complaintOn(props.complaint, "signature")}>
        <Textarea
          rows={3}
          maxLength={2_000}
          value={values.signature}
          onChange={(event) => change({ signature: event.target.value })}
        />
      </Field>
      <Switch
        label="Propose answers"
        hint="The writer drafts an answer to questions and complaints; your oversight decides what happens to it."
        checked={values.proposesAnswers}
        onCheckedChange={(proposesAnswers) => change({ proposesAnswers })}
      />
      <Switch
        label="Keep files"
        hint="Programs, pages and archives are never kept, whatever they are called."
        checked={values.keepsFiles}
        onCheckedChange={(keepsFiles) => change({ keepsFiles })}
      />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          {props.first ? "Save" : "Open mailbox"}
        </Button>
      </DialogFooter>
    </form>
  );
}
