import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readSequence } from "#db/sequence-views.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ params }, ({ scope, params }) => readSequence(scope, params.id));
