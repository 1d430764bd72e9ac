import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readDraft } from "#db/draft-views.ts";
import { AppError } from "#domain/app-error.ts";
import type { DraftInspection } from "#domain/draft-queue.ts";
import { claimsOf, inspect } from "#domain/inspect.ts";
import { wordsSchema } from "../../words.ts";

const params = z.object({ id: z.string() });
const body = z.object({ words: wordsSchema });

/** What the inspection says of words that are being written for a draft. Nothing is stored. */
export const POST = tenantRoute(
  { role: "marketer", scope: "oversight", params, body },
  async ({ scope, params, body: { words } }): Promise<DraftInspection> => {
    const { brief } = await readDraft(scope, params.id);
    if (!brief) throw new AppError("conflict", "The facts of this draft were erased");
    return { findings: inspect(words, brief), claims: claimsOf(words, brief) };
  },
);
