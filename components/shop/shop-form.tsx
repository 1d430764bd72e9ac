"use client";

import { type FormEvent, useState } from "react";
import { ZoneSelect } from "../member/locale-fields.tsx";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ShopValues } from "./platform-view.ts";
import { hostsIn, ShopFields } from "./shop-fields.tsx";

/** Changes a shop; its platform never changes. */
export function ShopForm(props: {
  shop: ShopValues & { timeZone: string | null };
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: Pick<ShopValues, "name" | "url" | "hosts" | "currency"> & { timeZone: string | null }) => void;
}) {
  const [values, setValues] = useState(props.shop);
  const [hosts, setHosts] = useState(props.shop.hosts.join(", "));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, url, currency, timeZone } = values;
    props.onSave({ name, url, currency, timeZone, hosts: hostsIn(hosts) });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {props.complaint && !props.complaint.field ? <Notice tone="bad">{props.complaint.message}</Notice> : null}
      <ShopFields
        {...{ values, hosts, complaint: props.complaint }}
        onChange={(change) => setValues({ ...values, ...change })}
        onHosts={setHosts}
      />
      <Field
        label="Time zone of the store"
        hint="A shopper of whom neither zone nor country is known lives by it."
        error={complaintOn(props.complaint, "timeZone")}
      >
        <ZoneSelect
          value={values.timeZone ?? ""}
          none="As in your settings"
          onChange={(zone) => setValues({ ...values, timeZone: zone || null })}
        />
      </Field>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          Save
        </Button>
      </DialogFooter>
    </form>
  );
}
