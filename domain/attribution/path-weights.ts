/** The models that look at one path alone, by the place and age of each touch. */
export const pathModels = ["last_click", "first_click", "linear", "time_decay", "position_based"] as const;
export type PathModel = (typeof pathModels)[number];

/** Days after which a touch counts half. Seven is what Google Analytics used for its time decay. */
export const halfLifeDays = 7;

/** Share of the first and of the last touch in the position-based model; the ones between share what is left. */
const endShare = 0.4;

export type PathOptions = { halfLifeDays?: number; firstShare?: number; lastShare?: number };

/**
 * How much each touch of a path counts, the earliest first; they need not sum to one. `agesDays` are days before the
 * order. Position-based is the U shape 40 / 20 / 40 unless said: two touches share as the ends do, one has it all.
 */
export function pathWeights(model: PathModel, agesDays: number[], options: PathOptions = {}): number[] {
  const last = agesDays.length - 1;
  if (model === "last_click") return agesDays.map((_, index) => (index === last ? 1 : 0));
  if (model === "first_click") return agesDays.map((_, index) => (index === 0 ? 1 : 0));
  if (model === "linear") return agesDays.map(() => 1);
  if (model === "time_decay") return decay(agesDays, options.halfLifeDays ?? halfLifeDays);
  return ends(agesDays.length, options.firstShare ?? endShare, options.lastShare ?? endShare);
}

function ends(touches: number, first: number, last: number): number[] {
  if (touches === 1) return [1];
  const most = Math.max(first, last);
  if (touches === 2) return most > 0 ? [first / most, last / most] : [1, 1];
  const between = Math.max(0, 1 - first - last) / (touches - 2);
  return Array.from({ length: touches }, (_, index) => {
    if (index === 0) return first;
    return index === touches - 1 ? last : between;
  });
}

/** Counted from the youngest touch, so that a path of old touches alone does not vanish in the arithmetic. */
function decay(agesDays: number[], halfLife: number): number[] {
  const youngest = Math.min(...agesDays);
  return agesDays.map((age) => 2 ** -((age - youngest) / halfLife));
}
