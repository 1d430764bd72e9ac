import { z } from "zod";
import { instant } from "./shapes.ts";

/** How far a list sorted by its times of change was read: all before `since`, and from there the pages before `page`. */
export type Since = { since: Date; page: number };

export const sinceShape = z.object({ since: instant, page: z.int().min(1).max(100_000) });

const firstLookMs = 86_400_000;

/** Where a shop's first look begins: a day back. */
export function firstLook(now: Date): Since {
  return { since: new Date(now.getTime() - firstLookMs), page: 1 };
}

/**
 * The next place to read after a page. Rows that change meanwhile move to the list's end and would shift whole pages
 * past us, so that each page begins anew at the last time seen; only rows of one equal time are paged through.
 */
export function readOn(from: Since, changedAt: Date[], full: boolean): Since {
  const last = changedAt.reduce((newest, at) => (at > newest ? at : newest), from.since);
  if (last > from.since) return { since: last, page: 1 };
  return { since: from.since, page: full ? from.page + 1 : 1 };
}
