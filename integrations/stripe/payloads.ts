import { z } from "zod";
import {
  identifier,
  lineList,
  optional,
  optionalCountry,
  optionalEmail,
  optionalId,
  optionalLanguage,
  optionalText,
  optionalUrl,
} from "../shapes.ts";

/** Stripe's times are seconds; those outside of 1990 to 2100 would shut out every later update. */
const seconds = z
  .int()
  .min(631_152_000)
  .max(4_102_444_800)
  .transform((at) => new Date(at * 1000));

/** Stripe's smallest unit of the currency, which is not always ISO's: money.ts. */
const amount = z
  .int({ error: "invalid_amount" })
  .min(0, { error: "invalid_amount" })
  .max(1_000_000_000_000, { error: "invalid_amount" });

/** What may be an id or, expanded, the thing itself. */
const idOf = optional(z.union([identifier, z.object({ id: identifier }).transform(({ id }) => id)])).transform(
  (id) => id ?? null,
);

export const event = z.object({
  type: z.string(),
  created: seconds,
  data: z.object({ object: z.unknown() }),
});

const product = optional(
  z.object({ id: identifier, name: optionalText(300), images: optional(z.array(optionalUrl)), url: optionalUrl }),
);

const line = z.object({
  id: optionalId,
  description: optionalText(300),
  quantity: z.int().min(0).max(1_000_000).nullish(),
  amount_subtotal: amount,
  price: optional(z.object({ id: optionalId, product: z.unknown() })).transform((price) => ({
    id: price?.id ?? null,
    productId: idOf.parse(price?.product),
    product: product.parse(price?.product) ?? null,
  })),
});
export type Line = z.infer<typeof line>;

export const lineItems = z.object({ data: lineList(line), has_more: optional(z.boolean()) });

const recovery = optional(
  z.object({ enabled: optional(z.boolean()), url: optionalUrl, expires_at: optional(seconds) }),
);

export const session = z.object({
  id: identifier,
  created: seconds,
  status: optional(z.string()),
  mode: optional(z.string()),
  payment_status: optional(z.string()),
  currency: z.string().nullish(),
  amount_subtotal: amount.nullish(),
  amount_total: amount.nullish(),
  total_details: optional(
    z.object({ amount_discount: amount.nullish(), amount_shipping: amount.nullish(), amount_tax: amount.nullish() }),
  ),
  client_reference_id: optionalId,
  recovered_from: idOf,
  customer: idOf,
  customer_email: optionalEmail,
  customer_details: optional(
    z.object({
      email: optionalEmail,
      name: optionalText(200),
      phone: optionalText(40),
      address: optional(z.object({ country: optionalCountry })),
    }),
  ),
  locale: optionalLanguage,
  consent: optional(z.object({ promotions: optional(z.string()) })),
  after_expiration: optional(z.object({ recovery })),
  line_items: lineItems.nullish(),
});
export type Session = z.infer<typeof session>;

const refunds = optional(z.object({ data: z.array(z.object({ created: seconds })) }));

/** A charge as `charge.refunded` brings it, and as a payment's `latest_charge`. */
export const charge = z.object({
  created: seconds,
  payment_intent: idOf,
  amount_refunded: amount,
  refunded: z.boolean(),
  refunds,
});
export type Charge = z.infer<typeof charge>;

/** `GET /v1/checkout/sessions?payment_intent=…` with the payment and its charge expanded. */
export const paidSessions = z.object({
  data: z.array(z.unknown()),
});
export const paidCharge = z.object({ payment_intent: z.object({ latest_charge: charge }) });

export const eventPage = z.object({ data: z.array(z.unknown()), has_more: z.boolean() });
export const eventMark = z.object({ id: identifier, created: seconds });

export const endpoints = z.object({
  data: z.array(
    z.object({
      id: identifier,
      url: z.string(),
      status: z.string(),
      enabled_events: z.array(z.string()),
    }),
  ),
});

export const promotionCodes = z.object({ data: z.array(z.object({ code: z.string(), active: z.boolean() })) });
