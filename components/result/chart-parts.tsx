import { currencyDigits, formatMoney } from "#domain/money.ts";

/** A calendar day as people write it; no zone is involved, a day is a day. */
export function dayText(day: string, long = false): string {
  const format = long ? { weekday: "short", day: "numeric", month: "long" } : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat("en-GB", { ...format, timeZone: "UTC" } as Intl.DateTimeFormatOptions).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Money on an axis: short, and the same for every tick. */
export function shortMoney(amount: number, currency: string): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount / 10 ** digits);
}

/** Up to where an axis of money goes: as the amounts have it, and some units where there are none, else every tick reads zero. */
export const moneyDomain = (amounts: number[], currency: string): [number, number | "auto"] => [
  0,
  amounts.some((amount) => amount > 0) ? "auto" : 3 * 10 ** currencyDigits(currency),
];

export const percentText = (share: number): string =>
  new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);

export const countText = (count: number): string => new Intl.NumberFormat("en").format(count);

/** A signed amount: money that may well be negative, as a difference is. */
export function signedMoney(amount: number, currency: string): string {
  const text = formatMoney({ amount: Math.abs(amount), currency }, "en");
  if (amount === 0) return text;
  return `${amount < 0 ? "−" : "+"}${text}`;
}

/** How every axis looks: its words alone. */
export const axisLook = { tick: { fontSize: 11, fill: "var(--ink-faint)" }, tickLine: false, axisLine: false } as const;

/** What stands beside the pointer. */
export function TipBox({ title, lines }: { title: string; lines: [string, string][] }) {
  return (
    <div className="rounded-md border bg-raised px-3 py-2 text-xs shadow-popover">
      <p className="mb-1 font-medium text-ink">{title}</p>
      {lines.map(([name, value]) => (
        <p key={name} className="flex justify-between gap-4 text-ink-soft">
          <span>{name}</span>
          <span className="tabular text-ink">{value}</span>
        </p>
      ))}
    </div>
  );
}
