"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import type { Complaint } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ShopValues } from "./platform-view.ts";
import { hostsIn, ShopFields } from "./shop-fields.tsx";

/** Changes a shop; its platform never changes. */
export function ShopForm(props: {
  shop: ShopValues;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: Pick<ShopValues, "name" | "url" | "hosts" | "currency">) => void;
}) {
  const [values, setValues] = useState(props.shop);
  const [hosts, setHosts] = useState(props.shop.hosts.join(", "));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, url, currency } = values;
    props.onSave({ name, url, currency, hosts: hostsIn(hosts) });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {props.complaint && !props.complaint.field ? <Notice tone="bad">{props.complaint.message}</Notice> : null}
      <ShopFields
        {...{ values, hosts, complaint: props.complaint }}
        onChange={(change) => setValues({ ...values, ...change })}
        onHosts={setHosts}
      />
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
