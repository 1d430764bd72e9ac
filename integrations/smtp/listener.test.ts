import { connect, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { afterEach, describe, expect, test } from "vitest";
import { type ListenerRules, type MailAtDoor, type MailListener, smtpListener } from "./listener.ts";

let listener: MailListener | undefined;
const taken: MailAtDoor[] = [];
const faults: unknown[] = [];
afterEach(async () => {
  await listener?.close();
  taken.length = 0;
  faults.length = 0;
});

async function listen(rules: Partial<ListenerRules> = {}): Promise<number> {
  listener = await smtpListener({
    ...{ host: "127.0.0.1", port: 0, knows: async (address) => address.endsWith("@nordhem.example") },
    take: async (mail) => void taken.push(mail),
    onFault: (cause) => faults.push(cause),
    ...rules,
  });
  return listener.port;
}

const mail = { from: "ada@example.com", to: "hello@nordhem.example", subject: "Re: Lamp", text: "In blue?" };

/** Sends by nodemailer's client; the answer's code where it is refused. */
async function send(port: number, change: object = {}): Promise<string | number> {
  const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true, connectionTimeout: 5_000 });
  try {
    const sent = await transport.sendMail({ ...mail, ...change });
    return sent.response;
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? String(error);
  } finally {
    transport.close();
  }
}

test("takes a mail to a known mailbox, byte for byte, with its envelope", async () => {
  const port = await listen();
  expect(await send(port)).toMatch(/^250/);
  expect(taken).toMatchObject([{ recipients: ["hello@nordhem.example"], envelopeFrom: "ada@example.com" }]);
  const source = Buffer.from(taken[0]?.content ?? []).toString();
  expect(source).toContain("Subject: Re: Lamp");
  expect(source.trimEnd().endsWith("In blue?")).toBe(true);
});

describe("is no relay", () => {
  test("refuses whoever is not known as the recipient is named", async () => {
    const port = await listen();
    expect(await send(port, { to: "somebody@elsewhere.example" })).toBe(550);
    expect(taken).toEqual([]);
  });

  test("takes a mail for the known of several recipients only", async () => {
    const port = await listen();
    await send(port, { to: ["hello@nordhem.example", "somebody@elsewhere.example"] });
    expect(taken.map((one) => one.recipients)).toEqual([["hello@nordhem.example"]]);
  });

  test("offers no log-in, no TLS and no way to ask for names", async () => {
    const port = await listen();
    const said = await talk(port, ["EHLO x", "AUTH PLAIN AGEAYg==", "VRFY hello", "EXPN all", "QUIT"]);
    expect(said).not.toMatch(/^250[ -](?:AUTH|STARTTLS)/m);
    expect(said.match(/^\d{3}/gm)?.filter((code) => code.startsWith("2")).length).toBeGreaterThan(0);
    expect(said).not.toMatch(/^235/m);
  });
});

describe("is bounded", () => {
  test("by the size that is announced, before the mail is sent", async () => {
    const port = await listen({ mostBytes: 1_000 });
    const said = await talk(port, ["EHLO x", "MAIL FROM:<a@b.example> SIZE=2000", "QUIT"]);
    expect(said).toMatch(/^552/m);
  });

  test("by the size that comes, without a word of it", async () => {
    const port = await listen({ mostBytes: 1_000 });
    expect(await send(port, { text: "x".repeat(5_000) })).toBe(552);
    expect(taken).toEqual([]);
  });

  test("by all that is under way at once, which may come again", async () => {
    const port = await listen({ mostBytesHeld: 1_000 });
    expect(await send(port, { text: "x".repeat(5_000) })).toBe(452);
    expect(await send(port)).toMatch(/^250/);
  });

  test("in recipients", async () => {
    const port = await listen({ mostRecipients: 2 });
    const to = ["a", "b", "c"].map((name) => `${name}@nordhem.example`);
    await send(port, { to });
    expect(taken.map((one) => one.recipients.length)).toEqual([2]);
  });

  test("in clients", async () => {
    const port = await listen({ mostClients: 1 });
    const first = connect(port, "127.0.0.1");
    await new Promise((resolve) => first.once("data", resolve));
    expect(await send(port)).toBe(421);
    first.destroy();
  });

  test("in patience", async () => {
    const port = await listen({ patienceMs: 100 });
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk;
    });
    await new Promise((resolve) => socket.once("close", resolve));
    expect(said).toMatch(/^421/m);
  });
});

test("asks to come again when a mail cannot be stored, and tells of it", async () => {
  const port = await listen({ take: () => Promise.reject(new Error("no database")) });
  expect(await send(port)).toBe(451);
  expect(faults).toHaveLength(1);
});

test("a connection that breaks off in the middle of a mail leaves nothing behind", async () => {
  const port = await listen();
  const half = "Subject: half\r\n\r\nhalf a";
  const begin = ["EHLO x", "MAIL FROM:<a@b.example>", "RCPT TO:<hello@nordhem.example>", "DATA", half];
  await talk(port, begin, (socket) => socket.destroy());
  expect(await send(port)).toMatch(/^250/);
  expect(taken).toHaveLength(1);
});

/** Says lines by hand, each after the answer to the one before, and waits until the other side hangs up. */
async function talk(port: number, lines: string[], then: (socket: Socket) => void = () => {}): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  const left = [...lines];
  socket.on("data", (chunk) => {
    said += chunk;
    if (!/^\d{3} [^\n]*\r\n$/m.test(String(chunk).split("\r\n").slice(-2).join("\r\n"))) return;
    const line = left.shift();
    if (line) socket.write(`${line}\r\n`, () => left.length === 0 && then(socket));
  });
  await new Promise((resolve) => socket.once("close", resolve));
  return said;
}
