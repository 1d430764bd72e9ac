import type { KeyScope, Role } from "#domain/member.ts";

export const roleLabels: Record<Role, string> = {
  viewer: "Viewer",
  marketer: "Marketer",
  admin: "Admin",
  owner: "Owner",
};

export const roleHints: Record<Role, string> = {
  viewer: "Reads everything but keys and secrets.",
  marketer: "Writes sequences, reviews drafts, sends tests.",
  admin: "Connects shops and keys, sets policy, invites members.",
  owner: "All of it, and decides about other owners.",
};

export const scopeLabels: Record<KeyScope, string> = {
  read: "Read",
  send: "Send",
  oversight: "Oversight",
  admin: "Admin",
};

export const scopeHints: Record<KeyScope, string> = {
  read: "Read carts, contacts, messages and results, and ask a person for more.",
  send: "Write letters, start and stop enrollments, make coupons.",
  oversight: "Approve, edit and reject what waits.",
  admin: "Publish sequences, change incentives and the tenant; what loosens control needs a person’s code.",
};
