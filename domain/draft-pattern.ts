/**
 * What makes two carts alike enough to be said the same words: the same step, language, segment and incentive, and the same
 * arms of experiments that try other words there. Everything else is in slots.
 */
export function patternOf(cart: {
  sequenceId: string;
  stepId: string;
  language: string;
  returning: boolean;
  incentiveId: string | null;
  arm?: string | null;
}): string {
  const { sequenceId, stepId, language, returning, incentiveId, arm } = cart;
  return [
    sequenceId,
    stepId,
    language,
    returning ? "returning" : "new",
    incentiveId ?? "none",
    ...(arm ? [arm] : []),
  ].join("/");
}
