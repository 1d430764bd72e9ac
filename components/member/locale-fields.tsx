"use client";

import { type Language, languageOf } from "#domain/language.ts";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Select, SelectFrom } from "../ui/select.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { languageLabels } from "./language-labels.ts";

export type Locale = { currency: string; language: Language; timeZone: string };

/** Currency, language and time zone of a tenant. */
export function LocaleFields(props: {
  value: Locale;
  onChange: (change: Partial<Locale>) => void;
  complaint?: Complaint | null;
}) {
  const { value, onChange, complaint } = props;
  return (
    <>
      <Field
        label="Currency"
        error={complaintOn(complaint, "currency")}
        hint="Of results and rules; each shop has its own."
      >
        <CurrencySelect value={value.currency} onChange={(currency) => onChange({ currency })} />
      </Field>
      <Field
        label="Language"
        error={complaintOn(complaint, "language")}
        hint="Of messages to shoppers whose own is not known."
      >
        <SelectFrom
          labels={languageLabels}
          value={value.language}
          onChange={(event) => onChange({ language: languageOf(event.target.value) })}
        />
      </Field>
      <Field label="Time zone" error={complaintOn(complaint, "timeZone")}>
        <ZoneSelect value={value.timeZone} onChange={(timeZone) => onChange({ timeZone })} />
      </Field>
    </>
  );
}

/** All time zones of the browser by name; `none` names the choice of no zone, the empty text. */
export function ZoneSelect(props: { value: string; none?: string; onChange: (zone: string) => void }) {
  const hydrated = useHydrated();
  const zones = hydrated ? zonesWith(props.value) : [props.value].filter(Boolean);
  return (
    <Select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
      {props.none ? <option value="">{props.none}</option> : null}
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </Select>
  );
}

/** All currencies of the browser by code and name. */
export function CurrencySelect(props: { value: string; onChange: (currency: string) => void; disabled?: boolean }) {
  const hydrated = useHydrated();
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const codes = hydrated ? [...new Set([props.value, ...Intl.supportedValuesOf("currency")])].sort() : [props.value];
  return (
    <Select value={props.value} disabled={props.disabled} onChange={(event) => props.onChange(event.target.value)}>
      {codes.map((code) => (
        <option key={code} value={code}>
          {hydrated ? `${code} ${names.of(code) ?? ""}` : code}
        </option>
      ))}
    </Select>
  );
}

function zonesWith(current: string): string[] {
  return [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])].filter(Boolean).sort();
}
