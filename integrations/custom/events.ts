import { z } from "zod";
import { devices } from "#domain/device.ts";
import { isCurrency } from "#domain/money.ts";
import { identifier, maxLines } from "../shapes.ts";

/** `z.int()` would refuse the numbers beyond 2^53 that a double happens to hold. */
export const id = z.union([z.string().min(1).max(255), z.number().multipleOf(1)]).transform((given, context) => {
  const checked = identifier.safeParse(given);
  if (checked.success) return checked.data;
  context.addIssue({ code: "custom", message: "no identifier" });
  return z.NEVER;
});
export const text = (maxLength: number) => z.string().max(maxLength).nullish();
const time = z.iso.datetime({ offset: true }).nullish();
export const link = z.string().max(4096).nullish().describe("Absolute http or https link; any other counts as absent.");
export const amount = z
  .int({ error: "invalid_amount" })
  .min(0, { error: "invalid_amount" })
  .max(1_000_000_000_000, { error: "invalid_amount" })
  .describe("Minor units of the currency: 1990 is 19.90 EUR, or 1990 JPY.");
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: "unknown_currency" })
  .refine(isCurrency, { error: "unknown_currency" })
  .nullish()
  .describe("ISO 4217; the shop's currency when absent.");

export const line = z
  .object({
    id: id.nullish(),
    productId: id.nullish(),
    variantId: id.nullish(),
    sku: text(100),
    title: z.string().min(1).max(300),
    variantTitle: text(200),
    quantity: z.int().min(0).max(1_000_000),
    unitPrice: amount,
    imageUrl: link,
    url: link,
  })
  .meta({ id: "Line" });
export type CustomLine = z.infer<typeof line>;

const lines = z.array(line).max(maxLines, { error: "too_many_lines" });

const person = {
  id: id.nullish(),
  email: z.string().max(320).nullish(),
  phone: text(40),
  firstName: text(100),
  lastName: text(100),
  language: text(35),
  country: text(2),
  timeZone: text(60),
  acceptsMarketing: z.boolean().nullish(),
  tags: z.array(z.string().min(1).max(60)).max(50).nullish().describe("All names that you group them by; [] for none."),
  loyaltyTier: text(60),
};
const customerShape = z.object(person).meta({ id: "Customer" });
const customer = customerShape
  .nullish()
  .describe("Who the cart or order belongs to. acceptsMarketing: true grants consent; false and absent say nothing.");
export type CustomCustomer = z.infer<typeof customerShape>;

const tokens = z.array(id).max(20).nullish().describe("Other names by which orders may refer to the cart.");
const discountCodes = z.array(z.string().min(1).max(100)).max(50).nullish();

const cart = z.object({
  id,
  tokens,
  phase: z.enum(["cart", "checkout"]).nullish().describe("Absent: checkout as soon as the customer has an email."),
  currency,
  customer,
  lines,
  discount: amount.nullish(),
  shipping: amount.nullish(),
  tax: amount.nullish(),
  total: amount.nullish().describe("Absent: lines less discount plus shipping."),
  discountCodes,
  recoveryUrl: link,
  device: z.enum(devices).nullish().describe("What the shopper holds."),
  userAgent: text(1_000).describe("Instead of the device: the shopper's browser. Its class is kept, nothing else."),
  createdAt: time,
  updatedAt: time.describe("When the cart changed in the shop; absent: when the event was received."),
  completedAt: time,
});
export type CustomCart = z.infer<typeof cart>;

const order = z.object({
  id,
  number: text(60),
  cartId: id.nullish(),
  tokens,
  currency,
  customer,
  lines,
  discount: amount.nullish(),
  shipping: amount.nullish(),
  tax: amount.nullish(),
  total: amount.nullish().describe("Absent: lines less discount plus shipping."),
  refunded: amount.nullish(),
  discountCodes,
  status: z.enum(["placed", "cancelled", "refunded"]).nullish(),
  orderedAt: time,
  updatedAt: time,
});
export type CustomOrder = z.infer<typeof order>;

const view = z.object({
  customer: customerShape.describe("Who looked; must have an id or an email."),
  product: z
    .object({
      id,
      title: text(300),
      url: link,
      imageUrl: link,
      price: amount.nullish(),
      currency,
    })
    .describe("What the catalogue knows of the product goes before what is said here."),
  viewedAt: time.describe("Absent: when the event was received."),
});
export type CustomView = z.infer<typeof view>;

const demand = z.object({
  reference: text(255),
  customerId: id.nullish(),
  email: z.string().max(320).nullish(),
  orderIds: z.array(id).max(1000).nullish(),
});
export type CustomDemand = z.infer<typeof demand>;

const event = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({ type: z.literal(type), timestamp: time, data });

/** All that a shop of its own make may send us, one event per request. Fields we do not know are left out, not refused. */
export const customEvent = z.discriminatedUnion("type", [
  event("cart.updated", cart),
  event("cart.deleted", z.object({ id, tokens, deletedAt: time })),
  event("order.placed", order),
  event("order.updated", order),
  event(
    "customer.updated",
    z.object({ ...person, id, updatedAt: time }).describe("acceptsMarketing: false withdraws consent here."),
  ),
  event("product.viewed", view),
  event("customer.redact", demand),
  event("customer.data_request", demand),
]);
export type CustomEvent = z.infer<typeof customEvent>;

export const customTopics: ReadonlySet<string> = new Set(customEvent.options.map((one) => one.shape.type.value));

/** JSON Schema (2020-12) of the body of a custom event. */
export function customEventJsonSchema() {
  return z.toJSONSchema(customEvent, { io: "input" });
}
