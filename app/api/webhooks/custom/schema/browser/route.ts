import { browserEventSchema } from "#integrations/platforms.ts";
import { schemaAnswer } from "../schema-answer.ts";

/** The shape of what the snippet in a shop's pages sends. */
export function GET(): Response {
  return schemaAnswer(browserEventSchema());
}
