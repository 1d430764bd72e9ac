"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import type { PlatformView } from "./platform-view.ts";
import { SecretInput } from "./secret-input.tsx";

/** Takes the platform's secret; where secrets are made here, makes another one, as the first cannot be shown again. */
export function SecretForm(props: {
  signing: Exclude<PlatformView["signing"], { by: "key_pair" }>;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (secret: string | undefined) => void;
}) {
  const { signing } = props;
  const [secret, setSecret] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(secret.trim() || undefined);
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      {signing.by === "platform" ? (
        <Field label={signing.label} hint={signing.hint} error={complaintOn(props.complaint, "secret")}>
          <SecretInput required what={signing.label} value={secret} onChange={setSecret} />
        </Field>
      ) : (
        <p className="text-ink-soft text-sm">
          The secret was shown once, when this shop was connected. If it was not kept, make another one.
        </p>
      )}
      <Button type="submit" className="justify-self-end" busy={props.busy}>
        {signing.by === "platform" ? "Save the secret" : "Make a new secret"}
      </Button>
    </form>
  );
}
