import { currencyDigits } from "../money.ts";
import { classicLadder, fiveSteps, gentleReminder } from "./ready-made/any-cart.ts";
import { browse, postPurchase, winBack } from "./ready-made/beyond-carts.ts";
import { firstTime, highValue, returning, vip } from "./ready-made/by-person.ts";
import type { ReadyMade, Worth } from "./ready-made/parts.ts";

/**
 * The sequences that anybody may begin with, in a tenant's currency. Amounts are round numbers of about a euro's worth: of
 * currencies without hundredths a hundred times as many.
 */
export function readyMadeSequences(currency: string): ReadyMade[] {
  const unit = Math.max(100, 10 ** currencyDigits(currency));
  const worth: Worth = (amount) => ({
    ...{ kind: "test", field: "cart.value", op: "gte", value: { amount: amount * unit, currency } },
  });
  const forAnyCart = [gentleReminder(), classicLadder(), fiveSteps()];
  const byPerson = [highValue(worth), firstTime(worth), returning(), vip()];
  return [...forAnyCart, ...byPerson, browse(), postPurchase(), winBack()];
}
