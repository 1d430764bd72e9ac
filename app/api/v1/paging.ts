import { z } from "zod";

/** Every list of the API is paged alike: `limit` rows, and the `next` of one page is the `cursor` of the one after. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
};
