import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { mostMailBytes } from "#domain/inbound/limits.ts";

/** A mail as it came over the wire, with its envelope; `envelopeFrom` is empty for the null sender. */
export type MailAtDoor = {
  recipients: string[];
  envelopeFrom: string;
  /** Who brought it: their address, and their name for themselves. */
  peer: { address: string; name: string | null };
  content: Uint8Array;
};

export type ListenerRules = {
  host: string;
  port: number;
  /** Whether mail to an address is taken in at all. */
  knows(address: string): Promise<boolean>;
  /** Stores a mail; once it resolves the sender may forget it. */
  take(mail: MailAtDoor): Promise<void>;
  /** Told of what went wrong, which the sender is asked to try again. */
  onFault(cause: unknown): void;
  mostBytes?: number;
  mostClients?: number;
  mostRecipients?: number;
  /** Of all mails that are under way. */
  mostBytesHeld?: number;
  patienceMs?: number;
};

export type MailListener = { port: number; close(): Promise<void> };

/** An answer by SMTP: 4xx asks to come again, 5xx is final. */
class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/**
 * Listens for mail by SMTP, for addresses that are known and none else: whatever is not known is refused as its recipient
 * is named, so that nothing can be relayed. No log-in, no TLS: it stands behind the server that has the MX record. Bounded
 * in bytes, clients, recipients and patience.
 */
export async function smtpListener(rules: ListenerRules): Promise<MailListener> {
  const { mostBytes = mostMailBytes, mostClients = 20, patienceMs = 60_000 } = rules;
  const held = { bytes: 0 };
  const server = new SMTPServer({
    ...{ name: "comeback", banner: "Comeback", size: mostBytes, maxClients: mostClients },
    ...{ disabledCommands: ["AUTH", "STARTTLS"], authOptional: true, disableReverseLookup: true, logger: false },
    ...{ socketTimeout: patienceMs, closeTimeout: 5_000, useXClient: false, useXForward: false },
    onMailFrom: ({ args }, _, done) => {
      const size = Number(args && typeof args === "object" && "SIZE" in args ? args.SIZE : 0);
      done(size > mostBytes ? tooLarge(mostBytes) : null);
    },
    onRcptTo: ({ address }, session, done) => {
      admit(address, session, rules).then(
        () => done(),
        (cause: unknown) => done(refusalOf(cause, rules)),
      );
    },
    onData: (stream, session, done) => {
      receive(stream, session, { rules, held, mostBytes, patienceMs }).then(
        () => done(null, "Stored"),
        (cause: unknown) => done(refusalOf(cause, rules)),
      );
    },
  });
  // A connection that breaks off is its sender's matter.
  server.on("error", () => undefined);
  const listening = server.listen(rules.port, rules.host);
  await Promise.race([once(listening, "listening"), once(listening, "error").then(([cause]) => Promise.reject(cause))]);
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function admit(
  address: string,
  session: SMTPServerSession,
  { knows, mostRecipients = 50 }: ListenerRules,
): Promise<void> {
  if (session.envelope.rcptTo.length >= mostRecipients) throw new SmtpRefusal(452, "4.5.3 Too many recipients");
  if (!(await knows(address))) throw new SmtpRefusal(550, "5.1.1 There is no such mailbox here");
}

type Receiving = { rules: ListenerRules; held: { bytes: number }; mostBytes: number; patienceMs: number };

async function receive(
  stream: Readable & { sizeExceeded?: boolean },
  { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
  { rules, held, mostBytes, patienceMs }: Receiving,
): Promise<void> {
  const late = setTimeout(() => stream.destroy(new SmtpRefusal(451, "4.4.2 This took too long")), patienceMs * 5);
  const chunks: Buffer[] = [];
  const mostHeld = rules.mostBytesHeld ?? 128 * 1_048_576;
  let mine = 0;
  let refusal: SmtpRefusal | null = null;
  try {
    for await (const chunk of stream) {
      // What is refused is read to its end all the same: only then does the sender hear the answer.
      if (refusal) continue;
      mine += chunk.length;
      held.bytes += chunk.length;
      chunks.push(chunk);
      if (mine > mostBytes) refusal = tooLarge(mostBytes);
      else if (held.bytes > mostHeld) refusal = new SmtpRefusal(452, "4.3.1 Too much mail comes at once");
      if (refusal) chunks.length = 0;
    }
    if (refusal || stream.sizeExceeded) throw refusal ?? tooLarge(mostBytes);
    const recipients = envelope.rcptTo.map(({ address }) => address);
    const envelopeFrom = envelope.mailFrom ? envelope.mailFrom.address : "";
    const peer = { address: remoteAddress, name: hostNameAppearsAs || null };
    await rules.take({ recipients, envelopeFrom, peer, content: new Uint8Array(Buffer.concat(chunks)) });
  } finally {
    clearTimeout(late);
    held.bytes -= mine;
  }
}

const tooLarge = (most: number) => new SmtpRefusal(552, `5.3.4 At most ${most} bytes may be sent here`);

function refusalOf(cause: unknown, { onFault }: ListenerRules): Error {
  if (cause instanceof SmtpRefusal) return cause;
  onFault(cause);
  return new SmtpRefusal(451, "4.3.0 This could not be stored now");
}
