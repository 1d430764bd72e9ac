import type { Complaint } from "../ui/complaint.ts";
import { complaintOn } from "../ui/complaint.ts";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/input.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { SelectFrom } from "../ui/select.tsx";
import { expiryLabels, type KeyExpiry, type KeyValues } from "./key-values.ts";

type Props = { values: KeyValues; complaint: Complaint | null; onChange: (change: Partial<KeyValues>) => void };

/** How long a key opens, from where, and how often: each bounds what somebody can do who finds it. */
export function KeyLimits({ values, complaint, onChange }: Props) {
  const chosen = (text: string): KeyExpiry => (text === "30" || text === "90" || text === "365" ? text : "never");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Ends" hint="It is refused from then on." error={complaintOn(complaint, "expiresAt")}>
          <SelectFrom
            labels={expiryLabels}
            value={values.expiry}
            onChange={(event) => onChange({ expiry: chosen(event.target.value) })}
          />
        </Field>
        <NumberField
          label="Rate"
          unit="a minute"
          hint="What is more is told to wait."
          value={values.perMinute}
          onChange={(perMinute) => onChange({ perMinute })}
          min={1}
          max={60_000}
          error={complaintOn(complaint, "perMinute")}
        />
      </div>
      <Field
        label="Allowed networks"
        hint="Addresses or networks like 203.0.113.0/24, one on each line. Empty: it opens from everywhere."
        error={complaintOn(complaint, "allowedNetworks")}
      >
        <Textarea
          rows={2}
          spellCheck={false}
          className="font-mono text-xs"
          value={values.networks}
          onChange={(event) => onChange({ networks: event.target.value })}
        />
      </Field>
    </>
  );
}
