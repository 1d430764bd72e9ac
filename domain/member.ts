export const roles = ["viewer", "marketer", "admin", "owner"] as const;
export type Role = (typeof roles)[number];

/** Whether a role includes what another may do: viewer < marketer < admin < owner. */
export function includesRole(held: Role, needed: Role): boolean {
  return roles.indexOf(held) >= roles.indexOf(needed);
}

export const keyScopes = ["read", "send", "oversight", "admin"] as const;
export type KeyScope = (typeof keyScopes)[number];

export const keyModes = ["live", "test"] as const;
export type KeyMode = (typeof keyModes)[number];

/** Whether one key may hold these scopes: what sends must not also approve what is sent. */
export function mayHoldTogether(scopes: readonly KeyScope[]): boolean {
  return !(scopes.includes("send") && scopes.includes("oversight"));
}

/** Whether somebody may give, change or take a role: admins up to their own, owners every role. */
export function mayManage(manager: Role, roles: { held?: Role; given?: Role }): boolean {
  if (!includesRole(manager, "admin")) return false;
  return [roles.held, roles.given].every((role) => role === undefined || includesRole(manager, role));
}

/** Whether a member may open a mail whose link signs somebody in: the addressee, and owners their invitations. */
export function mayReadSignInMail(reader: { role: Role; email: string }, mail: { kind: string; to: string }): boolean {
  return mail.to === reader.email || (mail.kind === "invitation" && reader.role === "owner");
}
