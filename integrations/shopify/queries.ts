// The operations that we ask of Shopify's GraphQL Admin API, version 2026-07.

const money = "shopMoney { amount currencyCode }";

const line = `id title variantTitle sku quantity
  originalUnitPriceSet { ${money} } image { url } product { id } variant { id }`;

const customer = `customer {
  id firstName lastName locale
  defaultEmailAddress { emailAddress marketingState }
  defaultPhoneNumber { phoneNumber }
}`;

const place = "firstName lastName phone countryCodeV2";

const checkout = `id abandonedCheckoutUrl completedAt createdAt updatedAt discountCodes
  ${customer}
  shippingAddress { ${place} } billingAddress { ${place} }
  totalDiscountSet { ${money} } totalTaxSet { ${money} } totalPriceSet { ${money} }
  lineItems(first: $lines) { nodes { ${line} } pageInfo { hasNextPage endCursor } }`;

const order = `id name email phone createdAt updatedAt cancelledAt cartToken checkoutToken customerLocale
  displayFinancialStatus discountCodes
  ${customer}
  shippingAddress { ${place} } billingAddress { ${place} }
  totalDiscountsSet { ${money} } totalPriceSet { ${money} } totalRefundedSet { ${money} }
  lineItems(first: $lines) { nodes { ${line} } pageInfo { hasNextPage endCursor } }`;

const page = "pageInfo { hasNextPage endCursor }";

export const checkoutsQuery = `query Checkouts($first: Int!, $lines: Int!, $after: String, $query: String!) {
  page: abandonedCheckouts(first: $first, after: $after, query: $query, sortKey: ID) { nodes { ${checkout} } ${page} }
}`;

export const ordersQuery = `query Orders($first: Int!, $lines: Int!, $after: String, $query: String!) {
  page: orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) { nodes { ${order} } ${page} }
}`;

/** The lines of one checkout or order that did not fit into its page. */
export const linesQuery = `query Lines($id: ID!, $lines: Int!, $after: String!) {
  node(id: $id) {
    ... on AbandonedCheckout { lineItems(first: $lines, after: $after) { nodes { ${line} } ${page} } }
    ... on Order { lineItems(first: $lines, after: $after) { nodes { ${line} } ${page} } }
  }
}`;

export const hooksQuery = `query Hooks($after: String) {
  webhookSubscriptions(first: 100, after: $after) { nodes { id topic uri } ${page} }
}`;

export const hookMutation = `mutation Hook($topic: WebhookSubscriptionTopic!, $hook: WebhookSubscriptionInput!) {
  made: webhookSubscriptionCreate(topic: $topic, webhookSubscription: $hook) { userErrors { field message } }
}`;

export const percentMutation = `mutation Percent($discount: DiscountCodeBasicInput!) {
  made: discountCodeBasicCreate(basicCodeDiscount: $discount) { userErrors { field code } }
}`;

export const shippingMutation = `mutation Shipping($discount: DiscountCodeFreeShippingInput!) {
  made: discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) { userErrors { field code } }
}`;
