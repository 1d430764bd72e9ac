"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Choices } from "../ui/choices.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field, FieldSet } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { platformLabels } from "./labels.ts";
import type { PlatformView, ShopValues } from "./platform-view.ts";
import { SecretInput } from "./secret-input.tsx";
import { hostsIn, ShopFields } from "./shop-fields.tsx";

/** The first step of connecting: which software the shop runs on, and which shop it is. */
export function ConnectForm(props: {
  platforms: PlatformView[];
  currency: string;
  busy: boolean;
  complaint: Complaint | null;
  onConnect: (values: ShopValues) => void;
}) {
  const { platforms, complaint } = props;
  const [values, setValues] = useState<ShopValues>({
    platform: platforms[0]?.name ?? "custom",
    name: "",
    url: "",
    hosts: [],
    currency: props.currency,
  });
  const [hosts, setHosts] = useState("");
  const change = (changed: Partial<ShopValues>) => setValues({ ...values, ...changed });
  const signing = platforms.find(({ name }) => name === values.platform)?.signing;
  const asksSecret = signing?.by === "platform" && !signing.afterAddress ? signing : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onConnect({ ...values, hosts: hostsIn(hosts), secret: asksSecret ? values.secret?.trim() : undefined });
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      {complaint && !complaint.field ? <Notice tone="bad">{complaint.message}</Notice> : null}
      <FieldSet legend="Platform">
        <Choices
          label="Platform"
          columns={2}
          value={values.platform}
          onChange={(platform) => change({ platform, secret: "" })}
          choices={platforms.map((one) => ({
            value: one.name,
            label: platformLabels[one.name],
            hint: whatItBrings(one),
          }))}
        />
      </FieldSet>
      <div className="grid gap-4 sm:grid-cols-2">
        <ShopFields {...{ values, hosts, complaint }} onChange={change} onHosts={setHosts} />
        {asksSecret ? (
          <Field label={asksSecret.label} error={complaintOn(complaint, "secret")} hint={asksSecret.hint}>
            <SecretInput
              required
              what={asksSecret.label}
              value={values.secret ?? ""}
              onChange={(secret) => change({ secret })}
            />
          </Field>
        ) : null}
      </div>
      <Button type="submit" variant="primary" className="justify-self-end" busy={props.busy}>
        Continue
      </Button>
    </form>
  );
}

function whatItBrings(platform: PlatformView): string {
  if (platform.registersHooks) return "Registers its webhooks by itself and is asked for what they miss.";
  if (platform.reconciles) return "Webhooks, and it is asked for what they miss.";
  return "Signed webhooks that you send.";
}
