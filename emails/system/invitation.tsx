import type { Role } from "#domain/member.ts";
import { SystemFrame } from "./system-frame.tsx";

/** An invitation to a tenant; `days` is how long it works. */
export type InvitationProps = { url: string; tenantName: string; inviterName: string; role: Role; days: number };

export function invitationSubject({ tenantName }: InvitationProps): string {
  return `Join ${tenantName} on Comeback`;
}

export function invitationWords({ tenantName, inviterName, role, days }: InvitationProps) {
  const article = role === "admin" || role === "owner" ? "an" : "a";
  return {
    paragraphs: [
      `${inviterName} has invited you to ${tenantName} as ${article} ${role}.`,
      `The link works for ${days} days. You will choose a password on the first visit.`,
    ],
    footer: "You do not know who this is from? Then you can delete this message.",
  };
}

export function Invitation(props: InvitationProps) {
  return (
    <SystemFrame
      subject={invitationSubject(props)}
      button={{ label: "Accept the invitation", url: props.url }}
      {...invitationWords(props)}
    />
  );
}
