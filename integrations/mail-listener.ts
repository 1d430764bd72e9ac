import { smtpListener } from "./smtp/listener.ts";

export type { ListenerRules, MailAtDoor, MailListener } from "./smtp/listener.ts";

/** The door for mail from other servers; it takes mail for known mailboxes only and sends none on. */
export { smtpListener };
