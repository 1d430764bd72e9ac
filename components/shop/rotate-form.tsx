"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import type { PlatformView } from "./platform-view.ts";
import { SecretInput } from "./secret-input.tsx";

/** Asks for a new signing secret: made here, or entered where the platform makes its own. */
export function RotateForm(props: {
  signing: PlatformView["signing"];
  busy: boolean;
  complaint: Complaint | null;
  onRotate: (secret: string | undefined) => void;
}) {
  const { signing } = props;
  const [secret, setSecret] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onRotate(secret.trim() || undefined);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {signing.by === "platform" ? (
        <Field label={`New ${signing.label.toLowerCase()}`} error={complaintOn(props.complaint, "secret")}>
          <SecretInput required what={signing.label} value={secret} onChange={setSecret} />
        </Field>
      ) : (
        <Field
          label="The shop's own secret"
          hint="Only when a webhook in the shop has one already, as it stands there. Leave it empty to have one made."
          error={complaintOn(props.complaint, "secret")}
        >
          <SecretInput what="shop's own secret" value={secret} onChange={setSecret} />
        </Field>
      )}
      <p className="text-ink-soft text-sm">The secret of today is still taken for 24 hours, so that nothing is lost.</p>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          {signing.by === "platform" || secret.trim() ? "Use this secret" : "Make a new secret"}
        </Button>
      </DialogFooter>
    </form>
  );
}
