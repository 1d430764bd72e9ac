import { tenantRoute } from "#auth/tenant-route.ts";
import { editedSchema, exampleSchema, previewEdited, previewExample } from "../choose-example.ts";

export const GET = tenantRoute({ query: exampleSchema }, ({ scope, query, now }) => previewExample(scope, query, now));

/** A template as it is being edited: nothing of it is stored. */
export const POST = tenantRoute({ body: editedSchema }, ({ scope, body, now }) => previewEdited(scope, body, now));
