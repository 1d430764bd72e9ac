import type { ExampleCart } from "#components/template/example-form.tsx";
import { listCarts } from "#db/cart-views.ts";
import type { Scope } from "#db/scope.ts";

/** The newest carts on which templates can be looked at. */
export async function listExampleCarts(scope: Scope): Promise<ExampleCart[]> {
  const { rows } = await listCarts(scope, { limit: 40 });
  return rows
    .filter((row) => row.lineCount > 0 && row.contact)
    .slice(0, 20)
    .map(({ id, contact, firstLine, total, currency }) => ({
      ...{ id, total, currency, firstLine: firstLine ?? "", name: contact?.name ?? contact?.address ?? "" },
    }));
}
