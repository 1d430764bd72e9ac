import { remembered } from "./remembered.ts";

/** An amount in minor units (cents, yen, fils) with its ISO 4217 currency. */
export type Money = { amount: number; currency: string };

const digitsByCurrency = new Map<string, number>();

/** Decimal places of a currency's minor unit by ISO 4217 (JPY 0, EUR 2, KWD 3). Unknown codes throw RangeError. */
export function currencyDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

const codes = new Set(Intl.supportedValuesOf("currency"));

/** Whether a text is a three-letter currency code that ISO 4217 knows. */
export function isCurrency(code: string): boolean {
  return codes.has(code);
}

/** Reads a platform's decimal text ("19.90") into minor units without floating point; null when it is no plain decimal. */
export function parseDecimal(text: string, currency: string): number | null {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,12}))?$/.exec(text.trim());
  if (!match) return null;
  const digits = currencyDigits(currency);
  const fraction = (match[3] ?? "").padEnd(digits + 1, "0");
  const kept = Number(`${match[2]}${fraction.slice(0, digits)}`) + (Number(fraction[digits]) >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(kept)) return null;
  return match[1] && kept !== 0 ? -kept : kept;
}

const moneyFormat = remembered(
  (language, currency) => new Intl.NumberFormat(language, { style: "currency", currency }),
);

/** Writes money as people of a language read it ("€19.90", "19,90 €"). */
export function formatMoney(money: Money, language: string): string {
  const digits = currencyDigits(money.currency);
  return moneyFormat(language, money.currency).format(money.amount / 10 ** digits);
}

/** `percent` of an amount in minor units, rounded half up. */
export function percentOf(amount: number, percent: number): number {
  return Math.round((amount * percent) / 100);
}
