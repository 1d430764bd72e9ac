/** What goes along with a mail. One with a `contentId` stands in its HTML, as `cid:` and that. */
export type MailFile = { name: string; contentType: string; content: Uint8Array; contentId?: string };

/** A finished mail. `id` is the message's own id: the same id always comes with the same content. */
export type OutgoingMail = {
  id: string;
  to: string;
  from: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
  /** Further recipients of the same mail, and what is sent along; a message of the path has none. */
  alsoTo?: string[];
  cc?: string[];
  bcc?: string[];
  files?: MailFile[];
};

/**
 * `refused` is final for this mail; `retry` left nothing behind at the provider, or is recognised there by its key.
 * `alone`: it left its batch for a request under its own key, and must come without `batchId` from now on.
 */
export type MailResult =
  | { kind: "accepted"; providerId: string }
  | { kind: "refused"; reason: string }
  | { kind: "retry"; reason: string; retryAfterSeconds: number | null; alone?: true };

export const mailerNames = ["outbox", "resend", "smtp"] as const;
export type MailerName = (typeof mailerNames)[number];

/** `batchId` promises that these mails, all of them and no others, are stored as this batch and always come as one. */
export type SendOptions = { batchId?: string };

export type Mailer = {
  name: MailerName;
  /** Whether a mail may be handed over again after a crash hid the answer: the provider recognises it and sends once. */
  repeatable: boolean;
  /** Results in the order of the mails; never throws for what a provider or network does. */
  send(mails: OutgoingMail[], options?: SendOptions): Promise<MailResult[]>;
  /** Lets go of pooled connections. */
  close(): void;
};
