import { Segmented } from "../ui/segmented.tsx";

/** Amounts of one currency at a time: they are never added. Nothing where there is only one. */
export function CurrencySwitch(props: {
  currency: string;
  currencies: string[];
  onChange: (currency: string) => void;
}) {
  if (props.currencies.length < 2) return null;
  return (
    <Segmented
      label="Currency"
      value={props.currency}
      onChange={props.onChange}
      options={props.currencies.map((value) => ({ value, label: value }))}
    />
  );
}
