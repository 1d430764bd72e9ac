import type { AttributionPolicy } from "#domain/attribution/policy.ts";
import { FieldSet } from "../ui/field.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Switch } from "../ui/switch.tsx";

type Props = {
  days: number;
  value: AttributionPolicy;
  onChange: (value: AttributionPolicy) => void;
  errorOn: (field: string) => string | null;
};

/** How the models share an order. A change credits the orders of the last 90 days again. */
export function AttributionFields({ days, value, onChange, errorOn }: Props) {
  const set = (change: Partial<AttributionPolicy>) => onChange({ ...value, ...change });
  const setMail = (mail: number) => {
    const { email: _, ...others } = value.windowDays;
    set({ windowDays: mail === days ? others : { ...others, email: mail } });
  };
  return (
    <FieldSet legend="How orders are credited">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <NumberField
          label="Credited for by mail"
          unit="days"
          min={1}
          max={90}
          value={value.windowDays.email ?? days}
          onChange={setMail}
          hint="Mail's own window, where it differs."
          error={errorOn("windowDays.email")}
        />
        <NumberField
          label="Half-life"
          unit="days"
          min={1}
          max={90}
          value={value.halfLifeDays}
          onChange={(halfLifeDays) => set({ halfLifeDays })}
          hint="Time decay: a click this old counts half."
          error={errorOn("halfLifeDays")}
        />
        <NumberField
          label="First click's share"
          unit="%"
          min={0}
          max={100}
          value={value.firstShare}
          onChange={(firstShare) => set({ firstShare })}
          hint="Position-based."
          error={errorOn("firstShare")}
        />
        <NumberField
          label="Last click's share"
          unit="%"
          min={0}
          max={100}
          value={value.lastShare}
          onChange={(lastShare) => set({ lastShare })}
          hint="The clicks between share the rest."
          error={errorOn("lastShare")}
        />
      </div>
      <Switch
        label="Credit opens as well"
        hint="Mail programs load images by themselves, so an open says little. Off, opens are shown only."
        checked={value.creditOpens}
        onCheckedChange={(creditOpens) => set({ creditOpens })}
      />
    </FieldSet>
  );
}
