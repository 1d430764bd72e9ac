export const groupings = ["none", "step", "pattern", "finding"] as const;
/** By what the list of drafts is grouped. */
export type Grouping = (typeof groupings)[number];
