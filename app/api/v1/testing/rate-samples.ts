import type { Caller } from "#auth/testing/caller.ts";
import { answerApi } from "../answer-api.ts";
import type { Sampling } from "./sample.ts";

const rate = { currency: "PLN", day: "2026-01-01", rate: 0.25 };

const chosen = (caller: Caller) =>
  caller.call(answerApi, { method: "PATCH", path: "/v1/account", body: { reportingCurrency: "EUR" } });

/** A request of each operation on the dated rates of the reporting currency. */
export const rateSamples: Record<string, Sampling> = {
  list_exchange_rates: () => ({}),
  set_exchange_rate: async (_, caller) => {
    await chosen(caller);
    return { body: rate };
  },
  delete_exchange_rate: async (_, caller) => {
    await chosen(caller);
    await caller.call(answerApi, { method: "PUT", path: "/v1/exchange-rates", body: rate });
    return { params: { currency: rate.currency, day: rate.day } };
  },
};
