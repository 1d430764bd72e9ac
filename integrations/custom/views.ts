import type { Translation } from "#domain/shop-event.ts";
import { clean, webUrl } from "../shapes.ts";
import type { CustomView } from "./events.ts";
import { buyerFrom } from "./person.ts";
import { timeOr } from "./times.ts";

/** A look at a product by somebody whom the shop knows; of nobody's looks nothing is kept. */
export function viewFrom(said: CustomView, shopCurrency: string | null, fallback: Date): Translation {
  const contact = buyerFrom(said.customer);
  if (!contact) return { kind: "rejected", reason: "invalid_shape", detail: "data.customer" };
  const { id: externalId, title, url, imageUrl, price, currency } = said.product;
  const product = {
    ...{ externalId, title: clean(title ?? "", 300) || null, url: webUrl(url ?? ""), imageUrl: webUrl(imageUrl ?? "") },
    ...{ price: price ?? null, currency: currency ?? shopCurrency },
  };
  const view = { visitor: null, contact, product, at: timeOr(said.viewedAt, fallback) };
  return { kind: "events", events: [{ kind: "view", view }] };
}
