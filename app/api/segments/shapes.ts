import { z } from "zod";
import { conditionSchema } from "#domain/condition/schema.ts";

export const segmentShape = z.strictObject({
  name: z.string().trim().min(1, "Give it a name").max(80),
  condition: conditionSchema,
});
