"use client";

import { Field } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import { Switch } from "../ui/switch.tsx";
import type { BrandValues, Part } from "./values.ts";

/** Lists as a person types them: words apart by commas, examples one to a line. */
export type Typed = { avoidWords: string; useWords: string; examples: string };

export function typedOf({ avoidWords, useWords, examples }: BrandValues): Typed {
  return { avoidWords: avoidWords.join(", "), useWords: useWords.join(", "), examples: examples.join("\n") };
}

export function listsOf(typed: Typed): Pick<BrandValues, keyof Typed> {
  const parts = (text: string, apart: string | RegExp) =>
    text
      .split(apart)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const [avoidWords, useWords] = [parts(typed.avoidWords, ","), parts(typed.useWords, ",")];
  return { avoidWords, useWords, examples: parts(typed.examples, /\n/) };
}

export function VoiceFields({
  values,
  set,
  on,
  typed,
  onType,
}: Part & { typed: Typed; onType: (typed: Typed) => void }) {
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
      <Switch
        label="Say when AI wrote it"
        hint="The footer then reads “Written with AI”, and “approved by a person” where somebody did. Who wrote what can be checked in any case, at the link below each message."
        checked={values.tellsAuthorship}
        onCheckedChange={(tellsAuthorship) => set({ tellsAuthorship })}
      />
    </>
  );
}

export function PolicyFields({ values, set, on }: Part) {
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
