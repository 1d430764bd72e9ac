import { z } from "zod";
import {
  clean,
  decimal,
  identifier,
  instant,
  lineList,
  optional,
  optionalCountry,
  optionalEmail,
  optionalId,
  optionalText,
  optionalUrl,
} from "../shapes.ts";
import { decodeEntities } from "./entities.ts";

/** The `…_gmt` fields are UTC and do not say so; those without are the site's local time and of no use. */
const gmt = optional(
  z
    .string()
    .transform((text) => (/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
    .pipe(instant),
);

/** WordPress stores titles of some authors with `&amp;`. */
const title = (maxLength: number) =>
  optional(z.string()).transform((text) => clean(decodeEntities(text ?? ""), maxLength) || null);

/** Ids count from one; nought means none. */
const reference = optionalId.transform((id) => (id === "0" ? null : id));
const amount = decimal.nullish().or(z.literal("").transform(() => null));
const picture = optional(z.object({ src: optionalUrl }));

const line = z.object({
  id: optionalId,
  name: title(300),
  parent_name: title(300),
  product_id: reference,
  variation_id: reference,
  quantity: z.number().min(0).max(1_000_000),
  subtotal: decimal,
  subtotal_tax: amount,
  sku: optionalText(100),
  image: picture,
});
export type Line = z.infer<typeof line>;

const address = optional(
  z.object({
    first_name: optionalText(100),
    last_name: optionalText(100),
    email: optionalEmail,
    phone: optionalText(40),
    country: optionalCountry,
  }),
);

const links = optional(z.object({ self: z.array(z.object({ href: optionalUrl })) }));

/** An order of REST v3, which is what `order.*` sends; drafts of the checkout are orders too. */
export const orderPayload = z.object({
  id: identifier,
  number: optionalText(60),
  status: z.string().max(60),
  currency: z.string().nullish(),
  version: optional(z.string()),
  prices_include_tax: optional(z.boolean()),
  date_created_gmt: gmt,
  date_modified_gmt: gmt,
  date_paid_gmt: gmt,
  discount_total: amount,
  discount_tax: amount,
  shipping_total: amount,
  shipping_tax: amount,
  total: decimal,
  total_tax: amount,
  customer_id: reference,
  order_key: optionalId,
  created_via: optional(z.string()),
  customer_user_agent: optionalText(1_000),
  payment_method: optional(z.string()),
  transaction_id: optional(z.string()),
  payment_url: optionalUrl,
  needs_payment: optional(z.boolean()),
  billing: address,
  shipping: address,
  line_items: lineList(line),
  coupon_lines: optional(z.array(z.object({ code: optionalText(100) }))),
  refunds: optional(z.array(z.object({ total: z.string() }))),
  _links: links,
});
export type OrderPayload = z.infer<typeof orderPayload>;

export const customerPayload = z.object({
  id: identifier,
  email: optionalEmail,
  first_name: optionalText(100),
  last_name: optionalText(100),
  date_modified_gmt: gmt,
  date_created_gmt: gmt,
  billing: address,
  shipping: address,
});

/** A product, or one variation of it under its own id. */
export const productPayload = z.object({
  id: identifier,
  parent_id: reference,
  name: title(300),
  type: optional(z.string()),
  status: optional(z.string()),
  permalink: optionalUrl,
  sku: optionalText(100),
  price: amount,
  manage_stock: optional(z.union([z.boolean(), z.string()])),
  stock_quantity: optional(z.number().int()),
  stock_status: optional(z.string()),
  images: optional(z.array(z.object({ src: optionalUrl }))),
  image: picture,
  categories: optional(z.array(z.object({ name: title(200) }))),
  brands: optional(z.array(z.object({ name: title(200) }))),
  attributes: optional(z.array(z.object({ option: title(100) }))),
  date_modified_gmt: gmt,
});

/** `*.deleted` holds nothing but the id. */
export const deletedPayload = z.object({ id: identifier });

export const actionPayload = z.object({ action: z.string().max(200), arg: z.unknown() });
