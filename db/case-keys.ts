import { createHash } from "node:crypto";
import { type ContactSnapshot, normalizeAddress, normalizePhone } from "#domain/contact.ts";
import { addressHash } from "./suppressions.ts";

/** The name under which a shop's carts, orders and deletions know one basket. */
export const tokenKey = (shopId: string, token: string) => `token:${shopId}:${token}`;

/** By hash, so that an erased person is found by nobody who does not know the address. */
export const emailKey = (address: string) => `email:${addressHash(address)}`;

/** The name by which a shop knows a customer. */
export const customerKey = (shopId: string, externalId: string) => `customer:${shopId}:${externalId}`;

const phoneKey = (phone: string) => `phone:${createHash("sha256").update(phone).digest("hex")}`;

/** The names of a person whom we know. */
export function personKeys(known: {
  address: string;
  phone: string | null;
  identities: { shopId: string; externalId: string }[];
}): string[] {
  const phone = known.phone ? normalizePhone(known.phone) : null;
  const customers = known.identities.map((one) => customerKey(one.shopId, one.externalId));
  return [emailKey(known.address), ...(phone ? [phoneKey(phone)] : []), ...customers];
}

/** All names by which what a shop says of a person and of baskets may belong to what it says elsewhere. */
export function keysOf(shopId: string, tokens: string[], person: ContactSnapshot | null): string[] {
  const keys = tokens.map((token) => tokenKey(shopId, token));
  const address = person?.email ? normalizeAddress(person.email) : null;
  const phone = person?.phone ? normalizePhone(person.phone) : null;
  if (address) keys.push(emailKey(address));
  if (phone) keys.push(phoneKey(phone));
  if (person?.externalId) keys.push(customerKey(shopId, person.externalId));
  return [...new Set(keys)].sort();
}
