import { customEventSchema } from "#integrations/platforms.ts";
import { schemaAnswer } from "./schema-answer.ts";

/** The shape of what a shop of its own make may send, for all who want to check their events: docs/custom-api.md. */
export function GET(): Response {
  return schemaAnswer(customEventSchema());
}
