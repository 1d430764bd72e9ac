"use client";

import { Field } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import type { Part } from "./values.ts";

export function SenderFields({ values, set, on }: Part) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Sender" error={on("senderName")}>
        <Input required value={values.senderName} onChange={(event) => set({ senderName: event.target.value })} />
      </Field>
      <Field
        label="Sender's address"
        error={on("senderAddress")}
        hint="Of a domain that may send through your mail provider; Settings → Domains says what it lacks."
      >
        <Input
          required
          type="email"
          value={values.senderAddress}
          onChange={(event) => set({ senderAddress: event.target.value })}
        />
      </Field>
      <Field label="Replies go to" error={on("replyTo")} hint="Empty: to the sender.">
        <Input
          type="email"
          value={values.replyTo ?? ""}
          onChange={(event) => set({ replyTo: event.target.value || null })}
        />
      </Field>
      <Field label="Postal address" error={on("postalAddress")} hint="The law asks for it in every commercial message.">
        <Textarea
          required
          rows={2}
          value={values.postalAddress}
          onChange={(event) => set({ postalAddress: event.target.value })}
        />
      </Field>
    </div>
  );
}
