import { z } from "zod";

// What the Admin API calls a node is told again in the words of the webhooks, so that one reader serves both.

const bag = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) });
const named = z.object({ id: z.string() });
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const lineNode = z.object({
  id: z.string(),
  title: z.string().nullish(),
  variantTitle: z.string().nullish(),
  sku: z.string().nullish(),
  quantity: z.number(),
  originalUnitPriceSet: bag,
  image: z.object({ url: z.string().nullish() }).nullish(),
  product: named.nullish(),
  variant: named.nullish(),
});
export type LineNode = z.infer<typeof lineNode>;

export const linePage = z.object({ nodes: z.array(lineNode), pageInfo });

const place = z
  .object({
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
    phone: z.string().nullish(),
    countryCodeV2: z.string().nullish(),
  })
  .nullish();

const customer = z
  .object({
    id: z.string(),
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
    locale: z.string().nullish(),
    defaultEmailAddress: z
      .object({ emailAddress: z.string().nullish(), marketingState: z.string().nullish() })
      .nullish(),
    defaultPhoneNumber: z.object({ phoneNumber: z.string().nullish() }).nullish(),
  })
  .nullish();

const buyer = { customer, shippingAddress: place, billingAddress: place };
const times = { createdAt: z.string(), updatedAt: z.string() };

export const checkoutNode = z.object({
  id: z.string(),
  ...times,
  ...buyer,
  abandonedCheckoutUrl: z.string().nullish(),
  completedAt: z.string().nullish(),
  discountCodes: z.array(z.string()).nullish(),
  totalDiscountSet: bag.nullish(),
  totalTaxSet: bag.nullish(),
  totalPriceSet: bag,
  lineItems: linePage,
});

export const orderNode = z.object({
  id: z.string(),
  ...times,
  ...buyer,
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  cancelledAt: z.string().nullish(),
  cartToken: z.string().nullish(),
  checkoutToken: z.string().nullish(),
  customerLocale: z.string().nullish(),
  displayFinancialStatus: z.string().nullish(),
  discountCodes: z.array(z.string()).nullish(),
  totalDiscountsSet: bag.nullish(),
  totalPriceSet: bag,
  totalRefundedSet: bag.nullish(),
  lineItems: linePage,
});

export const nodePage = <T extends z.ZodType>(node: T) =>
  z.object({ page: z.object({ nodes: z.array(node), pageInfo }) });

/** A checkout as `checkouts/update` would tell it. */
export function checkoutJson(node: z.infer<typeof checkoutNode>): object {
  return {
    ...sharedJson(node, node.customer?.defaultPhoneNumber?.phoneNumber),
    email: node.customer?.defaultEmailAddress?.emailAddress,
    abandoned_checkout_url: node.abandonedCheckoutUrl,
    completed_at: node.completedAt,
    total_discounts: amountOf(node.totalDiscountSet),
    total_tax: amountOf(node.totalTaxSet),
  };
}

/** An order as `orders/updated` would tell it. */
export function orderJson(node: z.infer<typeof orderNode>): object {
  const refunded = amountOf(node.totalRefundedSet);
  return {
    ...sharedJson(node, node.phone),
    name: node.name,
    email: node.email ?? node.customer?.defaultEmailAddress?.emailAddress,
    cart_token: node.cartToken,
    checkout_token: node.checkoutToken,
    customer_locale: node.customerLocale,
    financial_status: node.displayFinancialStatus?.toLowerCase(),
    cancelled_at: node.cancelledAt,
    total_discounts: amountOf(node.totalDiscountsSet),
    refunds: refunded ? [{ transactions: [{ kind: "refund", status: "success", amount: refunded }] }] : [],
  };
}

type Shared = z.infer<typeof checkoutNode> | z.infer<typeof orderNode>;

function sharedJson(node: Shared, phone: string | null | undefined): object {
  return {
    id: idOf(node.id),
    phone,
    created_at: node.createdAt,
    updated_at: node.updatedAt,
    currency: node.totalPriceSet.shopMoney.currencyCode,
    total_price: amountOf(node.totalPriceSet),
    discount_codes: (node.discountCodes ?? []).map((code) => ({ code })),
    customer: customerJson(node.customer),
    shipping_address: placeJson(node.shippingAddress),
    billing_address: placeJson(node.billingAddress),
    line_items: node.lineItems.nodes.map(lineJson),
  };
}

function lineJson(line: LineNode): object {
  return {
    id: idOf(line.id),
    product_id: line.product && idOf(line.product.id),
    variant_id: line.variant && idOf(line.variant.id),
    sku: line.sku,
    title: line.title,
    variant_title: line.variantTitle,
    quantity: line.quantity,
    price: amountOf(line.originalUnitPriceSet),
    image_url: line.image?.url,
  };
}

function customerJson(given: z.infer<typeof customer>): object | null {
  if (!given) return null;
  const state = given.defaultEmailAddress?.marketingState;
  return {
    id: idOf(given.id),
    email: given.defaultEmailAddress?.emailAddress,
    phone: given.defaultPhoneNumber?.phoneNumber,
    first_name: given.firstName,
    last_name: given.lastName,
    locale: given.locale,
    email_marketing_consent: state ? { state } : null,
  };
}

function placeJson(given: z.infer<typeof place>): object | null {
  if (!given) return null;
  const { firstName, lastName, phone, countryCodeV2 } = given;
  return { first_name: firstName, last_name: lastName, phone, country_code: countryCodeV2 };
}

/** `gid://shopify/Order/123?key=…` → `123`, as the webhooks name it; text, since it may exceed 2^53. */
function idOf(gid: string): string {
  return gid.split("?")[0]?.split("/").at(-1) ?? gid;
}

function amountOf(given: z.infer<typeof bag> | null | undefined): string | undefined {
  return given?.shopMoney.amount;
}
