import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { listExchangeRates, removeExchangeRate, saveExchangeRates } from "#db/exchange-rates.ts";
import type { Scope } from "#db/scope.ts";
import { getPolicy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { dayIn } from "#domain/period.ts";
import { currencyShape } from "../tenant/shapes.ts";

const named = { currency: currencyShape, day: z.iso.date("Give a day") };
const rate = z.number("Give a rate").positive("A rate is above zero").max(1e9, "This is too much");

/** The stored rates of the tenant's reporting currency. */
export const GET = tenantRoute({ scope: "read" }, async ({ scope }) => {
  const reporting = (await getPolicy(scope)).reportingCurrency;
  return { reportingCurrency: reporting, rates: reporting ? await listExchangeRates(scope, reporting) : [] };
});

/** What one unit of a currency is worth from a day on. */
export const PUT = tenantRoute(
  { role: "admin", body: z.strictObject({ ...named, rate }) },
  async ({ scope, actor, now, body }) => {
    const reportingCurrency = await reportingOf(scope);
    if (body.currency === reportingCurrency)
      throw new AppError("invalid", "This is the reporting currency itself", "currency");
    // The last zone of the world is fourteen hours ahead: no day is refused that has begun anywhere.
    if (body.day > dayIn(now, "Pacific/Kiritimati"))
      throw new AppError("invalid", "A rate counts from a day that has begun", "day");
    await saveExchangeRates(scope, [{ ...body, reportingCurrency }]);
    await recordAudit(scope, { actor, action: "exchange_rate.saved", change: { ...body, reportingCurrency }, now });
  },
);

export const DELETE = tenantRoute(
  { role: "admin", body: z.strictObject(named) },
  async ({ scope, actor, now, body }) => {
    const change = { ...body, reportingCurrency: await reportingOf(scope) };
    if (!(await removeExchangeRate(scope, change))) throw new AppError("not_found", "There is no such rate");
    await recordAudit(scope, { actor, action: "exchange_rate.removed", change, now });
  },
);

async function reportingOf(scope: Scope): Promise<string> {
  const { reportingCurrency } = await getPolicy(scope);
  if (!reportingCurrency) throw new AppError("invalid", "Choose a reporting currency first", "currency");
  return reportingCurrency;
}
