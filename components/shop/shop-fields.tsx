"use client";

import { CurrencySelect } from "../member/locale-fields.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import type { ShopValues } from "./platform-view.ts";

/** Name, address, hosts and currency; `hosts` is the text as typed. */
export function ShopFields(props: {
  values: ShopValues;
  hosts: string;
  complaint: Complaint | null;
  onChange: (change: Partial<ShopValues>) => void;
  onHosts: (hosts: string) => void;
}) {
  const { values, onChange } = props;
  const on = (field: string) => complaintOn(props.complaint, field);
  return (
    <>
      <Field label="Name" error={on("name")}>
        <Input
          required
          maxLength={80}
          value={values.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field label="Address" error={on("url")} hint="Where shoppers find it.">
        <Input
          required
          type="url"
          placeholder="https://shop.example"
          value={values.url}
          onChange={(event) => onChange({ url: event.target.value })}
        />
      </Field>
      <Field label="Further hosts" error={on("hosts")} hint="Links in messages lead to these hosts and to no other.">
        <Input
          placeholder="checkout.shop.example"
          value={props.hosts}
          onChange={(event) => props.onHosts(event.target.value)}
        />
      </Field>
      <Field label="Currency" error={on("currency")}>
        <CurrencySelect value={values.currency} onChange={(currency) => onChange({ currency })} />
      </Field>
    </>
  );
}

/** Host names out of a text with commas or spaces between them. */
export const hostsIn = (text: string) => text.split(/[\s,]+/).filter((host) => host !== "");
