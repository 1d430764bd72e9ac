"use client";

import { writerChoices } from "#domain/writer-settings.ts";
import { SecretInput } from "../shop/secret-input.tsx";
import { complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { SelectFrom } from "../ui/select.tsx";
import { writerChoiceLabels } from "./labels.ts";
import { OptionalNumber } from "./optional-number.tsx";
import type { WriterPart } from "./writer-values.ts";

export type StoredKey = { isSet: boolean; last4: string | null };

type Props = WriterPart & { storedKey: StoredKey; installation: { provider: string; model: string } | null };

export function ProviderFields({ values, set, complaint, storedKey, installation }: Props) {
  const own = values.provider !== "installation" && values.provider !== "scripted";
  const stands = installation ? `That is ${installation.model}.` : "That is the scripted writer.";
  return (
    <>
      <Field
        label="Written by"
        hint={values.provider === "installation" ? stands : undefined}
        error={complaintOn(complaint, "provider")}
        className="sm:col-span-2"
      >
        <SelectFrom
          labels={writerChoiceLabels}
          value={values.provider}
          onChange={(event) => {
            const provider = writerChoices.find((one) => one === event.target.value);
            if (!provider) return;
            set({ provider, baseUrl: provider === "openai-compatible" ? values.baseUrl : null });
          }}
        />
      </Field>
      {own ? (
        <>
          <Field label="Model" hint="As its provider names it." error={complaintOn(complaint, "model")}>
            <Input required value={values.model} onChange={(event) => set({ model: event.target.value })} />
          </Field>
          <Field label="Key" hint={keyHint(storedKey)} error={complaintOn(complaint, "apiKey")}>
            <SecretInput what="Key" value={values.apiKey ?? ""} onChange={(key) => set({ apiKey: key || undefined })} />
          </Field>
        </>
      ) : null}
      {values.provider === "openai-compatible" ? (
        <Field
          label="Server's address"
          hint="Up to and with /v1. It must be on the open internet unless the operator allows others."
          error={complaintOn(complaint, "baseUrl")}
        >
          <Input
            required
            type="url"
            placeholder="https://models.example/v1"
            value={values.baseUrl ?? ""}
            onChange={(event) => set({ baseUrl: event.target.value || null })}
          />
        </Field>
      ) : null}
      {values.provider === "scripted" ? null : (
        <OptionalNumber
          label="Temperature"
          unit="0 to 2"
          max={2}
          hint="Empty: the provider's own."
          value={values.temperature}
          onChange={(temperature) => set({ temperature })}
          error={complaintOn(complaint, "temperature")}
        />
      )}
    </>
  );
}

function keyHint({ isSet, last4 }: StoredKey): string {
  if (!isSet) return "None is set.";
  return `One is set${last4 ? `, ending in ${last4}` : ""}. Another provider or address needs it anew.`;
}
