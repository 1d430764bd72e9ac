import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { listExchangeRates as list, removeExchangeRate as remove, saveExchangeRates } from "#db/exchange-rates.ts";
import { getPolicy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { dayIn } from "#domain/period.ts";
import { currencyShape } from "../../tenant/shapes.ts";
import { currency } from "../shapes.ts";

const tag = "Account";
const worth = "What one unit of the currency is worth in the reporting currency";

const rate = z
  .strictObject({
    ...{ currency, reportingCurrency: currency },
    day: z.iso.date().meta({ description: "It counts from this day until the next that is stored" }),
    rate: z.number().meta({ description: worth }),
  })
  .meta({ id: "ExchangeRate" });

export const listExchangeRates = operation({
  id: "list_exchange_rates",
  method: "GET",
  path: "/exchange-rates",
  tag,
  summary: "List the dated rates by which amounts are told in one currency",
  description: "Those of the reporting currency, by currency, the newest first. Without one there are none.",
  scope: "read",
  answer: z.strictObject({ reportingCurrency: currency.nullable(), data: z.array(rate) }),
  run: async ({ scope }) => {
    const { reportingCurrency } = await getPolicy(scope);
    return { reportingCurrency, data: reportingCurrency ? await list(scope, reportingCurrency) : [] };
  },
});

export const setExchangeRate = operation({
  id: "set_exchange_rate",
  method: "PUT",
  path: "/exchange-rates",
  tag,
  summary: "Say what a currency is worth from a day on",
  description: "Said again for the same day, the newest word counts. `update_account` chooses the reporting currency.",
  scope: "admin",
  body: z.strictObject({
    currency: currencyShape.meta({ description: "ISO 4217" }),
    day: z.iso.date("Give a day").meta({ description: "The first day that it counts" }),
    rate: z
      .number("Give a rate")
      .positive("A rate is above zero")
      .max(1e9, "This is too much")
      .meta({ description: worth }),
  }),
  answer: rate,
  example: { body: { currency: "PLN", day: "2026-03-01", rate: 0.2345 } },
  run: async ({ scope, actor, now, body }) => {
    const { reportingCurrency } = await getPolicy(scope);
    if (!reportingCurrency) throw new AppError("invalid", "Choose a reporting currency first", "currency");
    if (body.currency === reportingCurrency)
      throw new AppError("invalid", "This is the reporting currency itself", "currency");
    // The last zone of the world is fourteen hours ahead: no day is refused that has begun anywhere.
    if (body.day > dayIn(now, "Pacific/Kiritimati"))
      throw new AppError("invalid", "A rate counts from a day that has begun", "day");
    const stored = { ...body, reportingCurrency };
    await saveExchangeRates(scope, [stored]);
    await recordAudit(scope, { actor, action: "exchange_rate.saved", change: stored, now });
    return stored;
  },
});

export const deleteExchangeRate = operation({
  id: "delete_exchange_rate",
  method: "DELETE",
  path: "/exchange-rates/{currency}/{day}",
  tag,
  summary: "Take a rate away, so that the one before it counts again",
  scope: "admin",
  status: 204,
  params: z.strictObject({
    currency: currencyShape.meta({ description: "ISO 4217" }),
    day: z.iso.date().meta({ description: "The day from which it counts" }),
  }),
  example: { params: { currency: "PLN", day: "2026-03-01" } },
  run: async ({ scope, actor, params, now }) => {
    const { reportingCurrency } = await getPolicy(scope);
    const change = { ...params, reportingCurrency: reportingCurrency ?? "" };
    if (!(await remove(scope, change))) throw new AppError("not_found", "There is no such rate");
    await recordAudit(scope, { actor, action: "exchange_rate.removed", change, now });
  },
});
