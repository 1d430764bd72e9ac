"use client";

import { devices } from "#domain/device.ts";
import type { MadeUpCart } from "#domain/sequence/trial.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { PanelBody } from "../ui/panel.tsx";
import { SelectFrom } from "../ui/select.tsx";

type Props = { made: MadeUpCart; onChange: (made: MadeUpCart) => void };

const deviceLabels: Record<MadeUpCart["device"], string> = {
  "": "Not known",
  phone: "Phone",
  tablet: "Tablet",
  desktop: "Desktop",
};

const consentLabels: Record<MadeUpCart["consent"], string> = {
  granted: "Said yes",
  unknown: "Never said",
  withdrawn: "Said no",
};

/** Everything that a sequence may ask about a cart and its person. */
export function MadeUpForm({ made, onChange }: Props) {
  const set = (change: Partial<MadeUpCart>) => onChange({ ...made, ...change });
  const digits = digitsOf(made.currency);
  const number = (name: NumberName, most: number, { label, unit }: { label: string; unit: string }) => (
    <NumberField
      label={label}
      unit={unit}
      value={made[name]}
      min={0}
      max={most}
      onChange={(value) => set({ [name]: Math.min(most, Math.max(0, Number.isNaN(value) ? 0 : Math.round(value))) })}
    />
  );
  const amount = (name: "total" | "spent", label: string) => (
    <NumberField
      label={label}
      unit={made.currency}
      value={Math.round(made[name] / 10 ** digits)}
      min={0}
      max={1e8}
      onChange={(value) => set({ [name]: Math.max(0, Number.isNaN(value) ? 0 : Math.round(value)) * 10 ** digits })}
    />
  );
  const list = (name: "categories" | "tags", label: string) => (
    <Field label={label} hint="Several with commas between.">
      <Input
        defaultValue={made[name].join(", ")}
        onBlur={(event) =>
          set({
            [name]: event.target.value
              .split(",")
              .map((one) => one.trim())
              .filter(Boolean)
              .slice(0, 20),
          })
        }
      />
    </Field>
  );
  const text = (
    name: "country" | "language" | "tier",
    most: number,
    { label, hint }: { label: string; hint?: string },
  ) => (
    <Field label={label} hint={hint}>
      <Input value={made[name]} maxLength={most} onChange={(event) => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <PanelBody className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        {amount("total", "Cart value")}
        {number("lines", 200, { label: "Lines", unit: "lines" })}
      </div>
      {number("hour", 23, { label: "Abandoned at", unit: "o'clock" })}
      {list("categories", "Categories")}
      <Checkbox
        label="Came to the checkout"
        checked={made.checkout}
        onChange={(event) => set({ checkout: event.target.checked })}
      />
      <Checkbox
        label="Is logged in"
        checked={made.loggedIn}
        onChange={(event) => set({ loggedIn: event.target.checked })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field label="Device">
          <SelectFrom
            labels={deviceLabels}
            value={made.device}
            onChange={({ target: { value } }) => set({ device: devices.find((one) => one === value) ?? "" })}
          />
        </Field>
        <Field label="Consent">
          <SelectFrom
            labels={consentLabels}
            value={made.consent}
            onChange={({ target: { value } }) =>
              set({ consent: value === "withdrawn" || value === "unknown" ? value : "granted" })
            }
          />
        </Field>
      </div>
      {number("orders", 500, { label: "Orders before", unit: "orders" })}
      {made.orders > 0 ? amount("spent", "Spent before") : null}
      {made.orders > 0 ? number("daysSinceOrder", 5_000, { label: "Last order", unit: "days ago" }) : null}
      {number("abandonments", 500, { label: "Carts abandoned before", unit: "carts" })}
      <div className="grid grid-cols-2 gap-3">
        {text("country", 2, { label: "Country", hint: "Like DE. Decides the shopper's hours." })}
        {text("language", 5, { label: "Language", hint: "Like de." })}
      </div>
      {list("tags", "Tags")}
      {text("tier", 40, { label: "Loyalty tier" })}
    </PanelBody>
  );
}

type NumberName = "lines" | "hour" | "orders" | "daysSinceOrder" | "abandonments";

function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
