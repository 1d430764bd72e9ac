"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "../ui/panel.tsx";

export type BrandValues = {
  name: string;
  logoUrl: string | null;
  accent: string;
  senderName: string;
  senderAddress: string;
  replyTo: string | null;
  postalAddress: string;
  tone: string;
  avoidWords: string[];
  useWords: string[];
  examples: string[];
  returnsPolicy: string | null;
  shippingPolicy: string | null;
};

type Props = {
  brand: BrandValues;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: BrandValues) => void;
};

/** How messages look, sound, and who they are from. */
export function BrandForm(props: Props) {
  const [values, setValues] = useState(props.brand);
  const [typed, setTyped] = useState(typedOf(props.brand));
  const set = (change: Partial<BrandValues>) => setValues({ ...values, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ ...values, ...listsOf(typed) });
  };
  const part = { values, set, on: (field: string) => complaintOn(props.complaint, field) };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!props.mayChange}>
        <Panel>
          <PanelHeader title="Brand" description="How messages look, how they sound, and who they are from." />
          <PanelBody className="grid gap-4 sm:grid-cols-2">
            <LooksFields {...part} />
          </PanelBody>
          <PanelBody className="grid gap-4 border-t sm:grid-cols-2">
            <SenderFields {...part} />
          </PanelBody>
          <PanelBody className="grid gap-4 border-t">
            <VoiceFields {...part} typed={typed} onType={setTyped} />
          </PanelBody>
          <PanelBody className="grid gap-4 border-t">
            <PolicyFields {...part} />
          </PanelBody>
          {props.mayChange ? (
            <PanelFooter>
              <Button type="submit" variant="primary" busy={props.busy}>
                Save brand
              </Button>
            </PanelFooter>
          ) : null}
        </Panel>
      </fieldset>
    </form>
  );
}

/** Lists as a person types them: words apart by commas, examples one to a line. */
type Typed = { avoidWords: string; useWords: string; examples: string };

function typedOf({ avoidWords, useWords, examples }: BrandValues): Typed {
  return { avoidWords: avoidWords.join(", "), useWords: useWords.join(", "), examples: examples.join("\n") };
}

function listsOf(typed: Typed): Pick<BrandValues, keyof Typed> {
  const parts = (text: string, apart: string | RegExp) =>
    text
      .split(apart)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const [avoidWords, useWords] = [parts(typed.avoidWords, ","), parts(typed.useWords, ",")];
  return { avoidWords, useWords, examples: parts(typed.examples, /\n/) };
}

type Part = {
  values: BrandValues;
  set: (change: Partial<BrandValues>) => void;
  on: (field: string) => string | null;
};

function LooksFields({ values, set, on }: Part) {
  return (
    <>
      <Field label="Name" error={on("name")}>
        <Input required value={values.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label="Accent colour" error={on("accent")} hint="Of the button and the links.">
        <div className="flex gap-2">
          <input
            type="color"
            aria-label="Pick the accent colour"
            className="h-8 w-10 shrink-0 rounded-md border border-line-strong bg-surface p-1"
            value={values.accent}
            onChange={(event) => set({ accent: event.target.value })}
          />
          <Input
            required
            pattern="#[0-9A-Fa-f]{6}"
            className="font-mono"
            value={values.accent}
            onChange={(event) => set({ accent: event.target.value })}
          />
        </div>
      </Field>
      <Field
        label="Logo"
        error={on("logoUrl")}
        hint="Address of a picture; empty shows the name."
        className="sm:col-span-2"
      >
        <Input
          type="url"
          placeholder="https://shop.example/logo.png"
          value={values.logoUrl ?? ""}
          onChange={(event) => set({ logoUrl: event.target.value || null })}
        />
      </Field>
    </>
  );
}

function SenderFields({ values, set, on }: Part) {
  return (
    <>
      <Field label="Sender" error={on("senderName")}>
        <Input required value={values.senderName} onChange={(event) => set({ senderName: event.target.value })} />
      </Field>
      <Field
        label="Sender's address"
        error={on("senderAddress")}
        hint="Of a domain that may send through your mail provider."
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
    </>
  );
}

function VoiceFields({ values, set, on, typed, onType }: Part & { typed: Typed; onType: (typed: Typed) => void }) {
  return (
    <>
      <Field label="Tone" hint="Told to the writer, in a few words." error={on("tone")}>
        <Input maxLength={200} value={values.tone} onChange={(event) => set({ tone: event.target.value })} />
      </Field>
      <Field label="Words to use" hint="Separated by commas. Used where they fit." error={on("useWords")}>
        <Input value={typed.useWords} onChange={(event) => onType({ ...typed, useWords: event.target.value })} />
      </Field>
      <Field
        label="Words to avoid"
        hint="Separated by commas. A draft that uses one is flagged."
        error={on("avoidWords")}
      >
        <Input value={typed.avoidWords} onChange={(event) => onType({ ...typed, avoidWords: event.target.value })} />
      </Field>
      <Field
        label="Examples"
        hint="Up to five sentences that sound like you, one to a line. The writer learns the voice from them."
        error={on("examples")}
      >
        <Textarea
          rows={4}
          value={typed.examples}
          onChange={(event) => onType({ ...typed, examples: event.target.value })}
        />
      </Field>
    </>
  );
}

function PolicyFields({ values, set, on }: Part) {
  return (
    <>
      <Field
        label="Returns"
        hint="One sentence, quoted as it stands to shoppers who read your language. Empty: nothing is said of returns."
        error={on("returnsPolicy")}
      >
        <Input
          maxLength={200}
          placeholder="unused things come back within 30 days of arrival"
          value={values.returnsPolicy ?? ""}
          onChange={(event) => set({ returnsPolicy: event.target.value || null })}
        />
      </Field>
      <Field label="Shipping" hint="The same for delivery." error={on("shippingPolicy")}>
        <Input
          maxLength={200}
          placeholder="parcels leave on the next working day"
          value={values.shippingPolicy ?? ""}
          onChange={(event) => set({ shippingPolicy: event.target.value || null })}
        />
      </Field>
    </>
  );
}
