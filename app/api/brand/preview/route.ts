import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listCarts } from "#db/cart-views.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import { previewExample } from "../../templates/choose-example.ts";
import { brandChange } from "../shapes.ts";

const asked = z.strictObject({ template: z.enum(templateNames).default("reminder"), brand: brandChange });

/** A real mail in a brand that is being edited, on the newest cart of somebody known; null while there is none. */
export const POST = tenantRoute({ scope: "read", body: asked }, async ({ scope, body, now }) => {
  const { rows } = await listCarts(scope, { limit: 20 });
  const cart = rows.find(({ contact, lineCount }) => contact !== null && lineCount > 0);
  if (!cart) return null;
  const { language } = await getTenant(scope);
  const { template, brand } = body;
  return previewExample(scope, { template, language: languageOf(language), cart: cart.id, brand }, now);
});
