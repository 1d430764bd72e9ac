import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/** Erases what stood behind answers that were proposed to a person: what the writer was told and all that it tried. */
export async function eraseAnswers(scope: Scope, letterIds: string[]): Promise<void> {
  if (letterIds.length === 0) return;
  await scope.db.execute(sql`
    update answer_proposals set brief = null, tries = null where tenant_id = ${scope.tenantId}
      and letter_id in (select jsonb_array_elements_text(${JSON.stringify(letterIds)}::text::jsonb))`);
}
