/**
 * What makes two carts alike enough to be said the same words: the same step, language, segment and incentive. Everything
 * else is in slots.
 */
export function patternOf(cart: {
  sequenceId: string;
  stepId: string;
  language: string;
  returning: boolean;
  incentiveId: string | null;
}): string {
  const { sequenceId, stepId, language, returning, incentiveId } = cart;
  return [sequenceId, stepId, language, returning ? "returning" : "new", incentiveId ?? "none"].join("/");
}
