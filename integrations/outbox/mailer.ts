import type { Mailer } from "../mail.ts";
import { sendable } from "../mail-headers.ts";

/** Accepts every well-formed mail at once: the stored message row is the mail, and the app shows it at /outbox. */
export function outboxMailer(): Mailer {
  return {
    name: "outbox",
    repeatable: true,
    send: async (mails) =>
      mails.map((mail) => {
        const checked = sendable(mail);
        if (checked.kind === "refused") return checked;
        return { kind: "accepted", providerId: `outbox_${mail.id}` };
      }),
    close: () => {},
  };
}
