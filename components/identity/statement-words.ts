import type { Statement } from "#domain/identity.ts";

export const writtenLabels: Record<Statement["written"], string> = {
  ai: "A language model found the words.",
  rules: "Fixed rules put the words together; no language model was asked.",
  person: "A person wrote the words.",
};

export const approvedLabels: Record<Statement["approved"], string> = {
  person: "A person read this very message and approved it before it left.",
  policy: "It left by the shop’s policy: its claims were checked by rules, and no person read it before.",
};

export const modeLabels: Record<Statement["mode"], string> = {
  gated: "Gated: a person approves each message.",
  monitored: "Monitored: messages leave, are logged, and are held when something is flagged.",
  autonomous: "Autonomous: messages leave, and some are looked at afterwards.",
};

export const refusalLabels = {
  none: "There is no statement in this text. Look for the line that begins with X-Comeback-Identity.",
  not_found: "There is no message of that name, or it has not been sent.",
  older:
    "This message was sent, but it is older than the statements: it carries none, so nothing that it says of itself can be checked. Messages of the demo’s history are like that.",
  forged: "This statement does not hold: it was changed, or somebody else made it. Do not trust it.",
  elsewhere: "Another installation made this statement. Check it at the address in its footer.",
} as const;
