import { tenantRoute } from "#auth/tenant-route.ts";
import { getBrand } from "#db/tenants.ts";
import { previewExample } from "../templates/choose-example.ts";
import { checksOf } from "./checks-of.ts";
import { askedMail } from "./shapes.ts";

/** Checks a message that is given as it stands, or a template on one of the tenant's carts. Changes nothing. */
export const POST = tenantRoute({ scope: "read", body: askedMail }, async ({ scope, body, now }) => {
  const mail = "html" in body ? body : await previewExample(scope, body, now);
  return checksOf(scope, { mail, brand: await getBrand(scope) });
});
