export const machineReasons = [
  "head_request",
  "prefetch_header",
  "scanner_agent",
  "privacy_prefetch",
  "at_delivery",
  "burst",
  "beside_machine",
  "many_recipients",
  "flood",
] as const;
/** By which rule an act is said to be a machine's. */
export type MachineReason = (typeof machineReasons)[number];

/** What was done with a message: clicks may be credited, opens are shown only, unless a tenant says otherwise. */
export const touchKinds = ["click", "open"] as const;
export type TouchKind = (typeof touchKinds)[number];

export const actors = ["person", "machine"] as const;
export type Actor = (typeof actors)[number];

/** One act on a message as it stands now, with who did it and, of a machine, by which rule that is said. */
export type StoredTouch = {
  id: string;
  messageId: string;
  contactId: string;
  kind: TouchKind;
  by: Actor;
  machineReason: MachineReason | null;
  at: Date;
};

/** So many acts of one kind, by persons and again by machines, are kept of a message; what comes after is counted. */
export const keptActs = 50;
