/** The models that look at one path alone, by the place and age of each touch. */
export const pathModels = ["last_click", "first_click", "linear", "time_decay", "position_based"] as const;
export type PathModel = (typeof pathModels)[number];

/** Days after which a touch counts half. Seven is what Google Analytics used for its time decay. */
export const halfLifeDays = 7;

/** Share of the first and of the last touch in the position-based model; the ones between share what is left. */
const endShare = 0.4;

/**
 * How much each touch of a path counts, the earliest first; they need not sum to one. `agesDays` are days before the
 * order. Position-based is the U shape 40 / 20 / 40: two touches share evenly, one has it all.
 */
export function pathWeights(model: PathModel, agesDays: number[], options: { halfLifeDays?: number } = {}): number[] {
  const last = agesDays.length - 1;
  if (model === "last_click") return agesDays.map((_, index) => (index === last ? 1 : 0));
  if (model === "first_click") return agesDays.map((_, index) => (index === 0 ? 1 : 0));
  if (model === "linear") return agesDays.map(() => 1);
  if (model === "time_decay") return decay(agesDays, options.halfLifeDays ?? halfLifeDays);
  if (agesDays.length <= 2) return agesDays.map(() => 1);
  return agesDays.map((_, index) => (index === 0 || index === last ? endShare : (1 - 2 * endShare) / (last - 1)));
}

/** Counted from the youngest touch, so that a path of old touches alone does not vanish in the arithmetic. */
function decay(agesDays: number[], halfLife: number): number[] {
  const youngest = Math.min(...agesDays);
  return agesDays.map((age) => 2 ** -((age - youngest) / halfLife));
}
