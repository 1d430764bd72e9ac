import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readAnalysis } from "#db/experiment-looks.ts";
import { params } from "../../shapes.ts";

const query = z.object({ fresh: z.enum(["true", "false"]).default("false") });

/** The analysis: frozen where the experiment is concluded, else at most ten minutes old, or made now where `fresh` asks. */
export const GET = tenantRoute({ scope: "read", params, query }, async ({ scope, now, params: { id }, query: asked }) =>
  readAnalysis(scope, id, { fresh: asked.fresh === "true", now }),
);
