import { acrossTenantsOverdueLetters } from "#db/across-tenants-letters.ts";
import { expireLetter } from "./expire-letter.ts";
import { logFault } from "./log.ts";

/**
 * Ends the wait of letters whose time for a person is over: no run waits with them, so that it is looked at here. One that
 * cannot be ended holds up no other, and is tried again by the next sweep. Returns how many were ended.
 */
export async function expireLetters(now: Date, limit: number): Promise<number> {
  let ended = 0;
  for (const { tenantId, id: letterId } of await acrossTenantsOverdueLetters(now, limit)) {
    try {
      await expireLetter({ tenantId, letterId }, now);
      ended += 1;
    } catch (cause) {
      logFault("a letter's wait could not be ended", { tenantId, letterId }, cause);
    }
  }
  return ended;
}
