import { acrossTenantsFindMailboxes } from "#db/across-tenants-mail.ts";
import { type ArrivedMail, saveArrival } from "#db/mail-arrivals.ts";
import { withJobScope } from "#db/scope.ts";
import { normalizeAddress } from "#domain/contact.ts";
import { splitPlus } from "#domain/inbound/message-ids.ts";
import { announce } from "./events.ts";

/** A mail at a door, with the addresses that it came to. */
export type IncomingMail = { recipients: string[] } & (
  | Omit<Extract<ArrivedMail, { content: Uint8Array }>, "plusTag">
  | Omit<Extract<ArrivedMail, { fetchId: string }>, "plusTag">
);

export type TakenIn = { tenantId: string; arrivalId: string; isNew: boolean };

/**
 * Takes in a mail by whichever door: stores it for each open mailbox among its recipients before anything is thought of it,
 * once however often it comes. Returns where it was stored, for `tellArrivals`; nowhere when the addresses are nobody's.
 */
export async function receiveMail({ recipients, ...mail }: IncomingMail, now: Date): Promise<TakenIn[]> {
  const named = recipients.flatMap((one) => {
    const known = normalizeAddress(one);
    return known ? [splitPlus(known)] : [];
  });
  const doors = await acrossTenantsFindMailboxes(named.map(({ address }) => address));
  return Promise.all(
    doors.map(async ({ tenantId, id, address }) => {
      const plusTag = named.find((one) => one.address === address && one.tag !== null)?.tag ?? null;
      const { id: arrivalId, isNew } = await withJobScope(tenantId, (scope) =>
        saveArrival(scope, id, { ...mail, plusTag }, now),
      );
      return { tenantId, arrivalId, isNew };
    }),
  );
}

/** Has a job read what is new. What nobody could be told of is found by the sweep. */
export async function tellArrivals(taken: TakenIn[]): Promise<void> {
  const told = taken.filter((one) => one.isNew);
  if (told.length === 0) return;
  await announce(
    told.map(({ tenantId, arrivalId }) => ({ name: "mail/arrived", data: { tenantId, arrivalId } })),
  ).catch(() => undefined);
}

/** Whether an address is an open mailbox of anybody's; all others are refused at the door. */
export async function isMailbox(address: string): Promise<boolean> {
  const known = normalizeAddress(address);
  return known !== null && (await acrossTenantsFindMailboxes([splitPlus(known).address])).length > 0;
}
