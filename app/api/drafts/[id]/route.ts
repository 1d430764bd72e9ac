import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readDraft } from "#db/draft-views.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ params }, ({ scope, params }) => readDraft(scope, params.id));
