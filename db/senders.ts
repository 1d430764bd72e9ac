import { normalizeAddress } from "#domain/contact.ts";
import { env } from "#env";
import type { Scope } from "./scope.ts";
import { getBrand } from "./tenants.ts";

/** An address that the tenant may write from; `id` names it where an address cannot stand. */
export type Sender = { id: string; name: string; address: string };

/** Where the tenant's mail comes from: its brand's sender, or the installation's own while the brand names none. */
export async function listSenders(scope: Scope): Promise<Sender[]> {
  const { senderName, senderAddress, name } = await getBrand(scope);
  if (senderAddress) return [{ id: "brand", name: senderName || name, address: lowered(senderAddress) }];
  const said = env().MAIL_FROM;
  const address = /<([^<>]+)>\s*$/.exec(said)?.[1] ?? said;
  return [{ id: "brand", name: senderName || name, address: lowered(address) }];
}

function lowered(address: string): string {
  return normalizeAddress(address) ?? address.trim().toLowerCase();
}
