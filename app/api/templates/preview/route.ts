import { tenantRoute } from "#auth/tenant-route.ts";
import { exampleSchema, previewExample } from "../choose-example.ts";

export const GET = tenantRoute({ query: exampleSchema }, ({ scope, query, now }) => previewExample(scope, query, now));
