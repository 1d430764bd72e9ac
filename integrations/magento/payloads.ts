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
  optionalText,
} from "../shapes.ts";

/** Magento's tables keep UTC and do not say so; a row that was never changed says "0000-00-00 00:00:00". */
export const utc = z
  .string()
  .nullish()
  .transform((text) => {
    const spelt = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text ?? "") ? `${text?.replace(" ", "T")}Z` : text;
    return instant.safeParse(spelt).data ?? null;
  });

const amount = decimal.nullish();

/** Discounts are written below zero. */
const discount = z.preprocess((given) => (given == null ? given : String(given).replace(/^-/, "")), amount);

/** Sold by weight or length, a line may hold half a piece. */
const quantity = z.number().min(0).max(1_000_000);

const person = {
  email: optionalEmail,
  firstname: optionalText(100),
  lastname: optionalText(100),
  telephone: optionalText(40),
  country_id: optionalCountry,
};
const address = optional(z.object(person));
export type Address = z.infer<typeof address>;

/** `GET /V1/carts/{id}` and each of `GET /V1/carts/search`. */
export const cart = z.object({
  id: identifier,
  created_at: utc,
  updated_at: utc,
  is_active: optional(z.boolean()),
  reserved_order_id: optionalId,
  items: lineList(
    z.object({
      item_id: optionalId,
      sku: optionalText(100),
      qty: quantity,
      name: optionalText(300),
      price: decimal,
    }),
  ).nullish(),
  customer: optional(
    z.object({
      ...person,
      id: optionalId,
      extension_attributes: optional(z.object({ is_subscribed: optional(z.boolean()) })),
    }),
  ),
  billing_address: address,
  extension_attributes: optional(
    z.object({ shipping_assignments: optional(z.array(z.object({ shipping: optional(z.object({ address })) }))) }),
  ),
  currency: optional(z.object({ quote_currency_code: optional(z.string()) })),
});
export type CartPayload = z.infer<typeof cart>;

/** `GET /V1/orders/{id}` and each of `GET /V1/orders`. */
export const order = z.object({
  entity_id: identifier,
  increment_id: optionalText(60),
  quote_id: optionalId,
  state: optional(z.string()),
  created_at: utc,
  updated_at: utc,
  customer_id: optionalId,
  customer_email: optionalEmail,
  customer_firstname: optionalText(100),
  customer_lastname: optionalText(100),
  order_currency_code: optional(z.string()),
  subtotal: amount,
  discount_amount: discount,
  grand_total: decimal,
  total_refunded: amount,
  coupon_code: optionalText(100),
  billing_address: address,
  items: lineList(
    z.object({
      item_id: optionalId,
      parent_item_id: optionalId,
      product_id: optionalId,
      sku: optionalText(100),
      name: optionalText(300),
      qty_ordered: quantity,
      price: decimal,
    }),
  ).nullish(),
});
export type OrderPayload = z.infer<typeof order>;

/** Any list of the API; what stands in it is looked at one by one, so that a bad row hides no good one. */
export const page = z.object({ items: z.array(z.unknown()).nullish() });

export const rules = z.object({
  items: z
    .array(z.object({ rule_id: z.int(), name: z.string().nullish(), is_active: z.boolean().nullish() }))
    .nullish(),
});
export const madeRule = z.object({ rule_id: z.int() });
export const websites = z.array(z.object({ id: z.int() }));
export const groups = z.object({ items: z.array(z.object({ id: z.int() })) });
export const coupons = z.object({ items: z.array(z.object({ code: z.string() })).nullish() });
export const generated = z.array(z.string()).min(1);
