import { z } from "zod";
import { languages } from "#domain/language.ts";
import { isCurrency } from "#domain/money.ts";
import { isTimeZone } from "#domain/timing/zone.ts";

export const currencyShape = z.string().refine(isCurrency, "This is no currency code such as EUR");

export const tenantShape = {
  name: z.string().trim().min(1, "Give a name").max(80),
  currency: currencyShape,
  language: z.enum(languages),
  timeZone: z.string().max(60).refine(isTimeZone, "This is no time zone such as Europe/Berlin"),
};
