import { z } from "zod";
import {
  decimal,
  identifier,
  instant,
  lineList,
  optional,
  optionalCountry,
  optionalEmail,
  optionalId,
  optionalLanguage,
  optionalText,
  optionalUrl,
} from "../shapes.ts";

const amount = decimal.nullish();
const quantity = z.int().min(0).max(1_000_000);

/** The v2 API writes times as mails do ("Tue, 05 Mar 2019 21:40:11 +0000"), always with their offset. */
const mailTime = z.string().transform((text, context) => {
  const stamp = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/.test(text);
  const read = instant.safeParse(stamp ? new Date(text).toISOString() : text);
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: "no instant" });
  return z.NEVER;
});

/** Customer 0 is nobody. */
const customerId = optionalId.transform((id) => (id === "0" ? null : id));

const cartLine = z.object({
  id: optionalId,
  product_id: optionalId,
  variant_id: optionalId,
  sku: optionalText(100),
  name: optionalText(300),
  quantity,
  sale_price: amount,
  list_price: amount,
  image_url: optionalUrl,
  url: optionalUrl,
  options: optional(z.array(z.object({ value: optionalText(60) }))),
});
export type CartLinePayload = z.infer<typeof cartLine>;

const certificate = z.object({
  id: optionalId,
  name: optionalText(300),
  amount: decimal,
  quantity: quantity.nullish(),
});

/** `GET /v3/carts/{id}`. */
export const cart = z.object({
  data: z.object({
    id: identifier,
    customer_id: customerId,
    channel_id: optionalId,
    email: optionalEmail,
    currency: z.object({ code: z.string() }).nullish(),
    cart_amount: amount,
    discount_amount: amount,
    coupons: optional(z.array(z.object({ code: optionalText(100), discounted_amount: amount }))),
    line_items: z.object({
      physical_items: lineList(cartLine).nullish(),
      digital_items: lineList(cartLine).nullish(),
      custom_items: lineList(cartLine).nullish(),
      gift_certificates: lineList(certificate).nullish(),
    }),
    locale: optionalLanguage,
    created_time: instant.nullish(),
    updated_time: instant.nullish(),
  }),
});
export type CartPayload = z.infer<typeof cart>["data"];

const checkoutAddress = optional(
  z.object({
    email: optionalEmail,
    first_name: optionalText(100),
    last_name: optionalText(100),
    phone: optionalText(40),
    country_code: optionalCountry,
  }),
);

/** `GET /v3/checkouts/{id}`: what the shopper typed on the way, under the cart's id. */
export const checkout = z.object({
  data: z.object({
    billing_address: checkoutAddress,
    consignments: optional(
      z.array(
        z.object({ address: checkoutAddress, shipping_cost_inc_tax: amount, selected_shipping_option: z.unknown() }),
      ),
    ),
    grand_total: amount,
    tax_total: amount,
  }),
});
export type CheckoutPayload = z.infer<typeof checkout>["data"];

const customer = z.object({
  id: identifier,
  email: optionalEmail,
  first_name: optionalText(100),
  last_name: optionalText(100),
  phone: optionalText(40),
  accepts_product_review_abandoned_cart_emails: optional(z.boolean()),
  date_created: instant.nullish(),
  date_modified: instant.nullish(),
  addresses: optional(z.array(z.object({ country_code: optionalCountry }))),
});
export type CustomerPayload = z.infer<typeof customer>;

/** `GET /v3/customers?id:in=…`. */
export const customers = z.object({ data: z.array(customer) });

/** `GET /v2/orders/{id}` and each of `GET /v2/orders`. */
export const order = z.object({
  id: identifier,
  status_id: z.coerce.number().int(),
  is_deleted: optional(z.boolean()),
  cart_id: optionalId,
  customer_id: customerId,
  date_created: mailTime,
  date_modified: mailTime,
  currency_code: z.string().nullish(),
  default_currency_code: z.string().nullish(),
  subtotal_inc_tax: amount,
  total_inc_tax: decimal,
  discount_amount: amount,
  coupon_discount: amount,
  refunded_amount: amount,
  customer_locale: optionalLanguage,
  billing_address: optional(
    z.object({
      email: optionalEmail,
      first_name: optionalText(100),
      last_name: optionalText(100),
      phone: optionalText(40),
      country_iso2: optionalCountry,
    }),
  ),
});
export type OrderPayload = z.infer<typeof order>;

/** `GET /v2/orders/{id}/products`. */
export const orderLines = lineList(
  z.object({
    id: optionalId,
    product_id: optionalId,
    variant_id: optionalId,
    sku: optionalText(100),
    name: optionalText(300),
    quantity: z.coerce.number().pipe(quantity),
    price_inc_tax: decimal,
  }),
);
export type OrderLinePayload = z.infer<typeof orderLines>[number];

/** `GET /v2/orders/{id}/coupons`. */
export const orderCoupons = z.array(z.object({ code: optionalText(100) }));

const variant = z.object({
  id: identifier,
  sku: optionalText(100),
  calculated_price: amount,
  inventory_level: optional(z.int()),
  image_url: optionalUrl,
  option_values: optional(z.array(z.object({ label: optionalText(60) }))),
});

/** `GET /v3/catalog/products/{id}?include=variants,images`. */
export const product = z.object({
  data: z.object({
    id: identifier,
    name: optionalText(300),
    inventory_tracking: optional(z.string()),
    inventory_level: optional(z.int()),
    date_modified: instant.nullish(),
    images: optional(z.array(z.object({ is_thumbnail: optional(z.boolean()), url_standard: optionalUrl }))),
    variants: optional(z.array(variant)),
  }),
});
export type ProductPayload = z.infer<typeof product>["data"];

const links = z.object({ cart_url: optionalUrl, checkout_url: optionalUrl });
export const redirectUrls = z.object({ data: links });
export const remadeCart = z.object({ data: z.object({ redirect_urls: links }) });

const numeric = z.union([z.number(), z.string()]);
const chosen = z.object({ nameId: numeric, valueId: numeric.nullish(), value: z.string().nullish() });
const remade = z.array(
  z.object({
    product_id: numeric,
    variant_id: numeric.nullish(),
    quantity,
    options: optional(z.array(chosen)),
  }),
);

/** What of a cart is needed to make it anew, in the API's own types. */
export const remakeable = z.object({
  data: z.object({
    customer_id: numeric.nullish(),
    channel_id: numeric.nullish(),
    currency: z.object({ code: z.string() }).nullish(),
    locale: z.string().nullish(),
    line_items: z.object({ physical_items: remade.nullish(), digital_items: remade.nullish() }),
  }),
});
export type Remakeable = z.infer<typeof remakeable>["data"];

export const orderPage = z.array(z.unknown());

export const hooks = z.object({
  data: z.array(z.object({ id: identifier, scope: z.string(), destination: z.string(), is_active: z.boolean() })),
});
