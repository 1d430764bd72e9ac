import { z } from "zod";
import { findingCodes } from "#domain/draft.ts";
import { holdReasons } from "#domain/draft-life.ts";
import { queueTabs } from "#domain/draft-queue.ts";

const name = z.string().min(1).max(300);

/** What narrows the queue, as it stands in the address. */
export const filterShape = {
  tab: z.enum(queueTabs).default("waiting"),
  search: z.string().trim().max(200).optional(),
  sequenceId: name.optional(),
  stepId: name.optional(),
  pattern: name.optional(),
  finding: z.enum(findingCodes).optional(),
  hold: z.enum(holdReasons).optional(),
  language: name.optional(),
  assignee: name.optional(),
};
