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

/** Cart tokens sometimes carry `?key=…`, which orders leave out. */
const token = optionalId.transform((id) => id?.split("?")[0] || null);
const amount = decimal.nullish();
const time = instant.nullish();

const shopMoney = optional(z.object({ shop_money: z.object({ currency_code: z.string() }) }));

const line = z.object({
  id: optionalId,
  key: optionalId,
  product_id: optionalId,
  variant_id: optionalId,
  sku: optionalText(100),
  title: optionalText(300),
  presentment_title: optionalText(300),
  variant_title: optionalText(200),
  quantity: z.number().int().min(0).max(1_000_000),
  price: decimal,
  price_set: shopMoney,
  image_url: optionalUrl,
  featured_image: optional(z.object({ url: optionalUrl })),
});
export type Line = z.infer<typeof line>;

const address = optional(
  z.object({
    first_name: optionalText(100),
    last_name: optionalText(100),
    phone: optionalText(40),
    country_code: optionalCountry,
  }),
);

const marketing = optional(z.object({ state: z.string().transform((state) => state.toLowerCase()) }));

const person = {
  id: optionalId,
  email: optionalEmail,
  phone: optionalText(40),
  first_name: optionalText(100),
  last_name: optionalText(100),
  locale: optionalLanguage,
  default_address: address,
  email_marketing_consent: marketing,
  accepts_marketing: optional(z.boolean()),
  accepts_marketing_updated_at: optional(instant),
  tags: optional(z.string().max(12_500)),
};

const buyer = {
  email: optionalEmail,
  phone: optionalText(40),
  customer: optional(z.object(person)),
  customer_locale: optionalLanguage,
  buyer_accepts_marketing: optional(z.boolean()),
  shipping_address: address,
  billing_address: address,
};
const buyerShape = z.object(buyer);
export type Buyer = z.infer<typeof buyerShape>;

const priced = z.object({ price: amount });

/** `checkouts/create` and `/update`, 2024-10 and the newest form without `id`. */
export const checkoutPayload = z.object({
  ...buyer,
  id: optionalId,
  token,
  cart_token: token,
  abandoned_checkout_url: optionalUrl,
  currency: z.string().nullish(),
  line_items: lineList(line),
  discount_codes: optional(z.array(z.object({ code: optionalText(100) }))),
  shipping_lines: optional(z.array(priced)),
  total_discounts: amount,
  total_tax: amount,
  total_price: amount,
  completed_at: time,
  created_at: time,
  updated_at: time,
});
export type CheckoutPayload = z.infer<typeof checkoutPayload>;

/** `carts/create` and `/update`: no person, no currency of its own. */
export const cartPayload = z.object({
  id: token,
  token,
  line_items: lineList(line),
  created_at: time,
  updated_at: time,
});

/** `checkouts/delete`: seen with nothing but an `id`. */
export const deletedPayload = z.object({ id: optionalId, token, cart_token: token });

const transaction = z.object({ kind: optional(z.string()), status: optional(z.string()), amount });

export const orderPayload = z.object({
  ...buyer,
  id: identifier,
  name: optionalText(60),
  token,
  cart_token: token,
  checkout_token: token,
  checkout_id: optionalId,
  contact_email: optionalEmail,
  currency: z.string().nullish(),
  line_items: lineList(line),
  discount_codes: optional(z.array(z.object({ code: optionalText(100) }))),
  total_discounts: amount,
  total_price: decimal,
  financial_status: optional(z.string()),
  refunds: z.array(z.object({ transactions: z.array(transaction).nullish() })).nullish(),
  cancelled_at: time,
  created_at: time,
  updated_at: time,
});
export type OrderPayload = z.infer<typeof orderPayload>;

export const customerPayload = z.object({ ...person, id: identifier, created_at: time, updated_at: time });
export type CustomerPayload = z.infer<typeof customerPayload>;

/** `customers_email_marketing_consent/update`, where consent went when the customer topics lost it. */
export const consentPayload = z.object({
  customer_id: identifier,
  email_address: optionalEmail,
  email_marketing_consent: z.object({
    state: z.string().transform((state) => state.toLowerCase()),
    consent_updated_at: time,
  }),
});

const ids = optional(z.array(identifier)).transform((list) => list ?? []);

/** The three compliance topics. */
export const compliancePayload = z.object({
  customer: optional(z.object({ id: optionalId, email: optionalText(254) })),
  orders_to_redact: ids,
  orders_requested: ids,
  data_request: optional(z.object({ id: optionalId })),
});
