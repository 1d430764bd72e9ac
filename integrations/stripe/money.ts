import { currencyDigits } from "#domain/money.ts";

/** https://docs.stripe.com/currencies: all others have two digits there, also where ISO 4217 says none, such as ISK. */
const withoutDigits = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const withThree = new Set("BHD JOD KWD OMR TND".split(" "));

/** An amount in Stripe's smallest unit as minor units of the currency. */
export function minorUnits(amount: number, currency: string): number {
  const theirs = withoutDigits.has(currency) ? 0 : withThree.has(currency) ? 3 : 2;
  const shift = currencyDigits(currency) - theirs;
  return shift < 0 ? Math.round(amount / 10 ** -shift) : amount * 10 ** shift;
}
