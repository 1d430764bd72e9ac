"use client";

import { type FormEvent, useState } from "react";
import type { PlatformName } from "#domain/shop-event.ts";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { DialogClose, DialogFooter } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

/** Asks for a new signing secret: made here for the custom API, pasted for Shopify, who makes its own. */
export function RotateForm(props: {
  platform: PlatformName;
  busy: boolean;
  complaint: Complaint | null;
  onRotate: (secret: string | undefined) => void;
}) {
  const [secret, setSecret] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onRotate(secret.trim() || undefined);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {props.platform === "shopify" ? (
        <Field label="New client secret" error={complaintOn(props.complaint, "secret")}>
          <Input required autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />
        </Field>
      ) : null}
      <p className="text-ink-soft text-sm">The secret of today is still taken for 24 hours, so that nothing is lost.</p>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" busy={props.busy}>
          {props.platform === "shopify" ? "Use this secret" : "Make a new secret"}
        </Button>
      </DialogFooter>
    </form>
  );
}
