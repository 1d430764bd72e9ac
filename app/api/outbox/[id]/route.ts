import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readMail } from "#db/message-views.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ params }, ({ scope, params }) => readMail(scope, params.id));
