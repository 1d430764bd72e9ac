import { sql } from "drizzle-orm";
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
