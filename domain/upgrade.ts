import { type KeyScope, keyScopes, mayHoldTogether } from "./member.ts";
import { type OversightMode, oversightModes } from "./sequence.ts";

/** More than a key may do now: scopes for the key itself, a looser oversight mode for the tenant, or both. */
export type Upgrade = { scopes: KeyScope[]; oversightMode: OversightMode | null };

export type UpgradeRefusal = "nothing_more" | "send_and_oversee";

/** What an upgrade would add to what is held; a refusal where that is nothing, or what no key may hold together. */
export function upgradeOf(
  asked: { scopes: readonly KeyScope[]; oversightMode: OversightMode | null },
  held: { scopes: readonly KeyScope[]; oversightMode: OversightMode },
): { kind: "more"; wants: Upgrade } | { kind: "refused"; reason: UpgradeRefusal } {
  const scopes = keyScopes.filter((one) => asked.scopes.includes(one) && !held.scopes.includes(one));
  const mode = asked.oversightMode;
  const oversightMode = mode !== null && loosensOversight(held.oversightMode, mode) ? mode : null;
  if (!mayHoldTogether([...held.scopes, ...scopes])) return { kind: "refused", reason: "send_and_oversee" };
  if (scopes.length === 0 && oversightMode === null) return { kind: "refused", reason: "nothing_more" };
  return { kind: "more", wants: { scopes, oversightMode } };
}

/** Whether a mode leaves more to the machine than the one before: gated, monitored, autonomous. */
export function loosensOversight(before: OversightMode, after: OversightMode): boolean {
  return oversightModes.indexOf(after) > oversightModes.indexOf(before);
}
