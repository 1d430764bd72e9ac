import type { Scope } from "#db/scope.ts";
import { listSenders } from "#db/senders.ts";
import { AppError } from "#domain/app-error.ts";
import { normalizeAddress } from "#domain/contact.ts";

/** Who a letter comes from, as its header says; `known` is false for another name at one of the tenant's own domains. */
export type LetterSender = { header: string; known: boolean };

/** Nobody owns these alone: an address there stands for itself only. */
const sharedHosts =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|proton|protonmail|gmx|web|mail)\.[a-z.]+$/;

/**
 * The sender that was asked for, by address (`Name <address>` or bare), by a sender's id, or by nothing: then the tenant's
 * first. Refuses what is no address of the tenant's, with the field that named it.
 */
export async function letterSender(scope: Scope, asked: string | null, field: string): Promise<LetterSender> {
  const senders = await listSenders(scope);
  const named = asked === null ? senders[0] : senders.find(({ id }) => id === asked);
  if (named) return { header: headerOf(named.name, named.address), known: true };
  const match = /^(.*)<([^<>]+)>\s*$/su.exec(asked ?? "");
  const address = match?.[2] ?? asked ?? "";
  const wanted = normalizeAddress(address) ?? address.trim().toLowerCase();
  const own = senders.find((sender) => sender.address === wanted);
  const name = (match?.[1] ?? "").trim() || own?.name || senders[0]?.name || "";
  if (own) return { header: headerOf(name, own.address), known: true };
  const host = hostOf(wanted);
  if (normalizeAddress(wanted) && !sharedHosts.test(host) && senders.some((sender) => hostOf(sender.address) === host))
    return { header: headerOf(name, wanted), known: false };
  const may = senders.map((sender) => sender.address).join(", ");
  throw new AppError("invalid", `Mail may come from ${may}, or from another address at the same domain`, field);
}

function headerOf(name: string, address: string): string {
  const plain = name.replace(/["\\<>\r\n]/g, " ").trim();
  return plain ? `${plain} <${address}>` : address;
}

const hostOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);
