import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readHealth } from "./read-health.ts";

const params = z.object({ id: z.string() });

/** Last event, rate, drift, failures of one shop; the wizard's light asks it too. */
export const GET = tenantRoute({ scope: "read", params }, ({ scope, params: { id }, now }) =>
  readHealth(scope, id, now),
);
