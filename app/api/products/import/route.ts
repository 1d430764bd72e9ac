import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { saveProduct } from "#db/products.ts";
import { getShop } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { readBody } from "../../webhooks/read-body.ts";
import { readCatalogue } from "./catalogue-csv.ts";

const query = z.object({ shop: z.string().max(100), preview: z.literal("1").optional() });
const mostBytes = 2 * 1_048_576;
const shownProducts = 20;

/** Takes a catalogue as CSV. With `preview` nothing is stored; without, the good rows are, and the bad ones are named. */
export const POST = tenantRoute(
  { role: "admin", scope: "admin", query },
  async ({ scope, actor, now, query: { shop: shopId, preview }, request }) => {
    const shop = await getShop(scope, shopId);
    const bytes = await readBody(request, mostBytes);
    if (bytes === "too_large") throw new AppError("invalid", "A file may have two mebibytes; split it");
    if (bytes === "broken_off") throw new AppError("invalid", "The file did not come whole");
    const catalogue = readCatalogue(textOf(bytes), { currency: shop.currency, now });
    const { rows, products, errors, errorCount } = catalogue;
    const variants = products.reduce((count, product) => count + product.variants.length, 0);
    const counted = { rows, products: products.length, variants, errors, errorCount };
    if (preview) return { ...counted, stored: false, sample: products.slice(0, shownProducts) };
    for (const product of products) await saveProduct(scope, shop.id, product, now);
    const change = { rows, products: products.length, errors: errorCount };
    await recordAudit(scope, { actor, action: "catalogue.imported", subjectId: shop.id, change, now });
    return { ...counted, stored: true };
  },
);

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\0", "");
  } catch {
    throw new AppError("invalid", "The file is not in UTF-8: save it as CSV UTF-8");
  }
}
