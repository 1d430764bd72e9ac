import type { Operation } from "#auth/operation.ts";
import { getCart } from "./carts/get-cart.ts";
import { listAbandonedCarts, listCarts } from "./carts/list-carts.ts";
import { listConversions } from "./conversions/list-conversions.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "./keys/operations.ts";
import { listMessages } from "./messages/list-messages.ts";

/** Everything that a program can do here, in the order of the reference. */
export const operations: Operation[] = [
  listCarts,
  listAbandonedCarts,
  getCart,
  listMessages,
  listConversions,
  listApiKeys,
  createApiKey,
  revokeApiKey,
];
