import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { groupDrafts } from "#db/draft-groups.ts";
import { filterShape } from "../filter.ts";

const query = z.object(filterShape);

export const GET = tenantRoute({ query }, ({ scope, actor, query }) => groupDrafts(scope, { ...query, me: actor.id }));
