import { and, asc, desc, eq, sql } from "drizzle-orm";
import { exchangeRates } from "./schema/rollups.ts";
import type { Scope } from "./scope.ts";

export type ExchangeRate = Omit<typeof exchangeRates.$inferSelect, "tenantId">;

/** Keeps what a unit of a currency is worth from a day on; said again, the newest word counts. */
export async function saveExchangeRates(scope: Scope, rates: ExchangeRate[]): Promise<void> {
  if (rates.length === 0) return;
  await scope.db
    .insert(exchangeRates)
    .values(rates.map((rate) => ({ ...rate, tenantId: scope.tenantId })))
    .onConflictDoUpdate({
      target: [exchangeRates.tenantId, exchangeRates.reportingCurrency, exchangeRates.currency, exchangeRates.day],
      set: { rate: sql`excluded.rate` },
    });
}

/** Takes a rate away, so that the one before it counts again; false where there is none. */
export async function removeExchangeRate(scope: Scope, rate: Omit<ExchangeRate, "rate">): Promise<boolean> {
  const mine = [
    ...[eq(exchangeRates.tenantId, scope.tenantId), eq(exchangeRates.reportingCurrency, rate.reportingCurrency)],
    ...[eq(exchangeRates.currency, rate.currency), eq(exchangeRates.day, rate.day)],
  ];
  const gone = await scope.db
    .delete(exchangeRates)
    .where(and(...mine))
    .returning({ day: exchangeRates.day });
  return gone.length > 0;
}

/** The rates of a reporting currency, by currency, the newest first. */
export function listExchangeRates(scope: Scope, reportingCurrency: string): Promise<ExchangeRate[]> {
  const { currency, day, rate } = exchangeRates;
  return scope.db
    .select({ currency, reportingCurrency: exchangeRates.reportingCurrency, day, rate })
    .from(exchangeRates)
    .where(and(eq(exchangeRates.tenantId, scope.tenantId), eq(exchangeRates.reportingCurrency, reportingCurrency)))
    .orderBy(asc(currency), desc(day));
}
