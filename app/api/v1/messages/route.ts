import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listApiMessages } from "#db/api-message-views.ts";
import { paging } from "../paging.ts";

const query = z.strictObject({ contact: z.string().min(1).max(320).optional(), ...paging });

export const GET = tenantRoute({ scope: "read", query }, ({ scope, query }) => listApiMessages(scope, query));
