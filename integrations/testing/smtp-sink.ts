import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** A mail as it came over the wire: its envelope and its source, headers first. */
export type ReceivedMail = { from: string; to: string[]; source: string; header(name: string): string | null };

export type SmtpSink = {
  url: string;
  mails: ReceivedMail[];
  /** Recipients refused with a code, such as 550 for good or 450 for now. */
  refuse: Map<string, number>;
  /** Subjects after whose whole message the connection breaks without an answer; the mail counts as received. */
  dropAfter: Set<string>;
  close(): Promise<void>;
};

/** A local SMTP server that keeps what it receives. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const sink = { mails: [], refuse: new Map<string, number>(), dropAfter: new Set<string>() } as Omit<
    SmtpSink,
    "url" | "close"
  >;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    authOptional: true,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      const code = sink.refuse.get(address);
      done(code === undefined ? null : Object.assign(new Error("refused by the sink"), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      receive(stream, session).then((mail) => {
        sink.mails.push(mail);
        if (sink.dropAfter.has(mail.header("subject") ?? "")) return hangUp(server, session);
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(sink, { url: `smtp://127.0.0.1:${port}`, close });
}

function hangUp(server: SMTPServer, session: SMTPServerSession) {
  const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
    .connections;
  for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
}

async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const source = Buffer.concat(chunks).toString("utf8");
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map((one) => one.address),
    source,
    header: (name) => headerOf(source, name),
  };
}

/** The value of a header, unfolded; null when it is not there. */
function headerOf(source: string, name: string): string | null {
  const head = source.slice(0, source.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const line = head.split("\r\n").find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line ? line.slice(name.length + 1).trim() : null;
}
