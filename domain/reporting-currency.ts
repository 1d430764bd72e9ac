import { currencyDigits } from "./money.ts";

export type DatedRate = { day: string; currency: string; rate: number };

/** What was converted from one currency: the amount in it, what that is in the other, and the days of the rates that were taken. */
export type Converted = { currency: string; amount: number; as: number; rates: { day: string; rate: number }[] };

/**
 * Amounts of several currencies told in one. `amount` is the sum in minor units; `own` of it was in this currency all along,
 * the rest was converted. What has no rate for its day is not in the sum but in `missing`.
 */
export type Reported = {
  currency: string;
  amount: number;
  own: number;
  converted: Converted[];
  missing: { currency: string; amount: number }[];
};

/** Tells amounts in minor units in one currency, each by the newest rate up to its own day. A rate is of one whole unit. */
export function inCurrency(
  amounts: { day: string; currency: string; amount: number }[],
  reporting: string,
  rates: DatedRate[],
): Reported {
  const missing = new Map<string, number>();
  const converted = new Map<string, Converted>();
  let own = 0;
  for (const { day, currency, amount } of amounts) {
    if (currency === reporting) own += amount;
    else {
      const rate = rateOn(rates, currency, day);
      if (!rate) missing.set(currency, (missing.get(currency) ?? 0) + amount);
      else converted.set(currency, withOne(converted.get(currency), { currency, amount, rate, reporting }));
    }
  }
  const told = [...converted.values()].map((one) => ({ ...one, as: Math.round(one.as) }));
  return {
    ...{ currency: reporting, own, converted: told.filter(({ amount }) => amount !== 0) },
    amount: told.reduce((sum, one) => sum + one.as, own),
    missing: [...missing].map(([currency, amount]) => ({ currency, amount })).filter(({ amount }) => amount !== 0),
  };
}

type One = { currency: string; amount: number; rate: DatedRate; reporting: string };

function withOne(before: Converted | undefined, { currency, amount, rate, reporting }: One): Converted {
  const scale = 10 ** (currencyDigits(reporting) - currencyDigits(currency));
  const rates = before?.rates ?? [];
  const known = rates.some(({ day }) => day === rate.day);
  return {
    currency,
    amount: (before?.amount ?? 0) + amount,
    as: (before?.as ?? 0) + amount * rate.rate * scale,
    rates: known ? rates : [...rates, { day: rate.day, rate: rate.rate }],
  };
}

function rateOn(rates: DatedRate[], currency: string, day: string): DatedRate | null {
  let best: DatedRate | null = null;
  for (const one of rates) if (one.currency === currency && one.day <= day && (!best || one.day > best.day)) best = one;
  return best;
}
