import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listApiConversions } from "#db/api-conversion-views.ts";
import { paging } from "../paging.ts";

const query = z.strictObject({ credited: z.stringbool().optional(), ...paging });

export const GET = tenantRoute({ scope: "read", query }, ({ scope, query }) => listApiConversions(scope, query));
