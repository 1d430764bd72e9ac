/** Three times what a long message takes: enough for models that think in their answer. */
export const mostOutputTokens = 2_000;
