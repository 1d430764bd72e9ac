import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readDraftInContext } from "#db/draft-context.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ params }, ({ scope, params, now }) => readDraftInContext(scope, params.id, now));
