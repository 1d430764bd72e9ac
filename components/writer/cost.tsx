/** Millionths of a currency's unit as people read them: small sums keep the digits that count. Null is said to be unknown. */
export function formatMicros(micros: number | null, currency: string | null): string {
  if (micros === null || currency === null) return "unknown";
  const amount = micros / 1_000_000;
  const digits = amount !== 0 && amount < 1 ? { maximumSignificantDigits: 3 } : {};
  return new Intl.NumberFormat("en", { style: "currency", currency, ...digits }).format(amount);
}

export function Cost(props: { micros: number | null; currency: string | null }) {
  return <span className="tabular whitespace-nowrap">{formatMicros(props.micros, props.currency)}</span>;
}
