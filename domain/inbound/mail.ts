import type { FileRefusal, MailMark } from "../inbox.ts";

/** What a machine reports of a mail of ours that could not be delivered (RFC 3464). */
export type DeliveryFailure = {
  /** The address that it was sent to, where the report names it. */
  recipient: string | null;
  /** False for what may pass another time: a full mailbox, a server that was away. */
  permanent: boolean;
  /** Message-IDs and ids of ours that the returned mail bears. */
  about: string[];
};

export type ReadFile = {
  name: string;
  contentType: string;
  claimedType: string;
  byteCount: number;
  /** Null where it is refused. */
  content: Uint8Array | null;
  refusedBecause: FileRefusal | null;
};

/** A mail as it was read, with everything bounded. All of it is untrusted. */
export type ReadMail = {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: { address: string; name: string | null } | null;
  to: string[];
  subject: string;
  sentAt: Date | null;
  /** The whole text; made of the HTML where there is no other. */
  text: string;
  /** By small letters, for what `isAutomatic` looks at. */
  headers: Record<string, string>;
  failure: DeliveryFailure | null;
  files: ReadFile[];
  marks: MailMark[];
};
