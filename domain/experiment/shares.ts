import type { Arm } from "../experiment.ts";

const hundred = 100;

/**
 * The arms with one share set and the others moved so that all of them sum to 100. The other variants give and take, in the
 * proportion that they have; the holdout is left alone as long as it can be, and moves alone where it is the only other.
 */
export function withShare(arms: Arm[], place: number, share: number): Arm[] {
  const chosen = arms[place];
  if (!chosen || !Number.isFinite(share) || arms.length < 2) return arms;
  const others = arms.filter((_, index) => index !== place);
  const variants = others.filter((arm) => arm.kind === "variant");
  const givers = variants.length > 0 ? variants : others;
  const kept = others.filter((arm) => !givers.includes(arm)).reduce((sum, arm) => sum + arm.share, 0);
  const own = Math.min(Math.max(0, Math.round(share)), Math.max(0, hundred - kept));
  const parts = divided(
    givers.map((arm) => arm.share),
    Math.max(0, hundred - kept - own),
  );
  return arms.map((arm, index) => {
    if (index === place) return { ...arm, share: own };
    const giver = givers.indexOf(arm);
    return giver < 0 ? arm : { ...arm, share: parts[giver] ?? 0 };
  });
}

/** The variants with even shares of what the holdout leaves. */
export function evenShares(arms: Arm[]): Arm[] {
  const variants = arms.filter((arm) => arm.kind === "variant");
  const held = arms.filter((arm) => arm.kind === "holdout").reduce((sum, arm) => sum + arm.share, 0);
  const parts = divided(
    variants.map(() => 1),
    Math.max(0, hundred - held),
  );
  return arms.map((arm) => (arm.kind === "variant" ? { ...arm, share: parts[variants.indexOf(arm)] ?? 0 } : arm));
}

/** A whole number in whole parts by these proportions; what rounding leaves goes to the largest remainders first. */
function divided(proportions: number[], whole: number): number[] {
  const sum = proportions.reduce((all, one) => all + Math.max(0, one), 0);
  const exact = proportions.map((one) =>
    sum > 0 ? (Math.max(0, one) / sum) * whole : whole / Math.max(1, proportions.length),
  );
  const parts = exact.map(Math.floor);
  let left = Math.round(whole - parts.reduce((all, one) => all + one, 0));
  const byRemainder = exact
    .map((one, index) => ({ index, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder) {
    if (left-- <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}
