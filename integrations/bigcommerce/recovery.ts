import type { Connection } from "../platform.ts";
import type { Api } from "../platform-api.ts";
import { bigcommerceApi } from "./ask.ts";
import { type Remakeable, redirectUrls, remadeCart, remakeable } from "./payloads.ts";

const refusals = [400, 404, 409, 422];

/**
 * A link to the cart that works once and for 30 days, so that it is made at the click. BigCommerce gives one only for
 * carts that were made by the API; a shopper's own is made anew there with the same lines.
 */
export async function freshRecoveryUrl(connection: Connection, cart: { externalId: string }): Promise<string | null> {
  const api = bigcommerceApi(connection);
  const path = `/v3/carts/${encodeURIComponent(cart.externalId)}`;
  const issued = await api.call({ method: "POST", path: `${path}/redirect_urls`, body: {}, accept: refusals });
  const links = redirectUrls.safeParse(issued.json).data?.data;
  const link = links?.cart_url ?? links?.checkout_url ?? null;
  if (link) return link;
  const answer = await api.call({ method: "GET", path: `${path}?include=${options}`, accept: [404] });
  const found = remakeable.safeParse(answer.json);
  return found.success ? remake(api, found.data.data) : null;
}

const options = "line_items.physical_items.options,line_items.digital_items.options";

async function remake(api: Api, cart: Remakeable): Promise<string | null> {
  const { customer_id, channel_id, currency, locale, line_items } = cart;
  const lines = [...(line_items.physical_items ?? []), ...(line_items.digital_items ?? [])].map(lineOf);
  if (lines.length === 0) return null;
  const kept = Object.entries({ customer_id, channel_id, currency, locale }).filter(([, value]) => value != null);
  const body = { ...Object.fromEntries(kept), line_items: lines };
  const made = await api.call({ method: "POST", path: "/v3/carts?include=redirect_urls", body, accept: refusals });
  const links = remadeCart.safeParse(made.json).data?.data.redirect_urls;
  return links?.cart_url ?? links?.checkout_url ?? null;
}

type Line = NonNullable<Remakeable["line_items"]["physical_items"]>[number];

/** A product with options is named by them alone, since they may be more than its variant. */
function lineOf({ product_id, variant_id, quantity, options: chosen }: Line) {
  if (!chosen?.length) return { product_id, quantity, ...(variant_id == null ? {} : { variant_id }) };
  const option_selections = chosen.map(({ nameId, valueId, value }) => ({
    option_id: nameId,
    option_value: valueId ?? value ?? "",
  }));
  return { product_id, quantity, option_selections };
}
