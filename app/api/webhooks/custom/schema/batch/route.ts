import { customBatchSchema } from "#integrations/platforms.ts";
import { schemaAnswer } from "../schema-answer.ts";

/** The shape of many events in one request. */
export function GET(): Response {
  return schemaAnswer(customBatchSchema());
}
