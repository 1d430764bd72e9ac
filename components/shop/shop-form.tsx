"use client";

import { type FormEvent, useState } from "react";
import { type PlatformName, platformNames } from "#domain/shop-event.ts";
import { CurrencySelect } from "../member/locale-fields.tsx";
import { Button } from "../ui/button.tsx";
import { Choices } from "../ui/choices.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Notice } from "../ui/notice.tsx";
import { platformHints, platformLabels } from "./labels.ts";

export type ShopValues = {
  platform: PlatformName;
  name: string;
  url: string;
  hosts: string[];
  currency: string;
  secret?: string;
};

/** Connects a shop, or changes one; the platform of a shop never changes. */
export function ShopForm(props: {
  shop: ShopValues;
  isNew: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: ShopValues) => void;
}) {
  const [values, setValues] = useState(props.shop);
  const [hosts, setHosts] = useState(props.shop.hosts.join(", "));
  const set = (change: Partial<ShopValues>) => setValues({ ...values, ...change });
  const on = (field: string) => complaintOn(props.complaint, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const listed = hosts.split(/[\s,]+/).filter((host) => host !== "");
    props.onSave({ ...values, hosts: listed, secret: values.secret?.trim() || undefined });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {props.complaint && !props.complaint.field ? <Notice tone="bad">{props.complaint.message}</Notice> : null}
      {props.isNew ? (
        <Choices
          label="Platform"
          value={values.platform}
          onChange={(platform) => set({ platform })}
          choices={platformNames.map((value) => ({ value, label: platformLabels[value], hint: platformHints[value] }))}
        />
      ) : null}
      <Field label="Name" error={on("name")}>
        <Input required value={values.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label="Address" error={on("url")} hint="Where shoppers find it.">
        <Input
          required
          type="url"
          placeholder="https://shop.example"
          value={values.url}
          onChange={(event) => set({ url: event.target.value })}
        />
      </Field>
      <Field label="Further hosts" error={on("hosts")} hint="Links in messages lead to these hosts and to no other.">
        <Input placeholder="checkout.shop.example" value={hosts} onChange={(event) => setHosts(event.target.value)} />
      </Field>
      <Field label="Currency" error={on("currency")}>
        <CurrencySelect value={values.currency} onChange={(currency) => set({ currency })} />
      </Field>
      {props.isNew && values.platform === "shopify" ? (
        <Field
          label="Client secret"
          error={on("secret")}
          hint="Of your Shopify app. It is kept sealed and never shown."
        >
          <Input
            required
            autoComplete="off"
            value={values.secret ?? ""}
            onChange={(event) => set({ secret: event.target.value })}
          />
        </Field>
      ) : null}
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          {props.isNew ? "Connect shop" : "Save"}
        </Button>
      </DialogFooter>
    </form>
  );
}
