import { createSocket } from "node:dgram";

type Records = { TXT?: string[]; MX?: [number, string][]; A?: string[] };

export type DnsStub = {
  /** As `DNS_SERVERS` names it. */
  address: string;
  /** By name, in small letters. A name that is not here does not exist. */
  records: Map<string, Records>;
  /** Names about which it keeps silent, and those that it fails at. */
  silent: Set<string>;
  failing: Set<string>;
  asked: string[];
  close(): Promise<void>;
};

const types = new Map([
  [1, "A"],
  [15, "MX"],
  [16, "TXT"],
] as const);

/** A real DNS server on this machine, over UDP, that says what its map says. */
export async function startDns(records: Record<string, Records> = {}): Promise<DnsStub> {
  const socket = createSocket("udp4");
  const stub = { records: new Map(Object.entries(records)), silent: new Set<string>(), failing: new Set<string>() };
  const asked: string[] = [];
  socket.on("message", (question, from) => {
    const { name, type, end } = questionIn(question);
    asked.push(`${name} ${types.get(type as never) ?? type}`);
    if (stub.silent.has(name)) return;
    socket.send(
      answerTo(question.subarray(0, end), stub.failing.has(name) ? "failing" : stub.records.get(name), type),
      from.port,
      from.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    ...stub,
    asked,
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function questionIn(bytes: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) {
    labels.push(bytes.toString("latin1", at + 1, at + 1 + size));
    at += size + 1;
  }
  return { name: labels.join(".").toLowerCase(), type: bytes.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(question: Buffer, found: Records | "failing" | undefined, type: number): Buffer {
  const answers = found === undefined || found === "failing" ? [] : dataOf(found, type);
  const head = Buffer.from(question);
  const code = found === "failing" ? 2 : found === undefined ? 3 : 0;
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(answers.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...answers.map((data) => recordOf(type, data))]);
}

/** The name of an answer points at the question's. */
function recordOf(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.byteLength, 10);
  return Buffer.concat([head, data]);
}

function dataOf({ TXT = [], MX = [], A = [] }: Records, type: number): Buffer[] {
  if (type === 1) return A.map((address) => Buffer.from(address.split(".").map(Number)));
  if (type === 15)
    return MX.map(([priority, host]) => Buffer.concat([Buffer.from([priority >> 8, priority & 255]), nameOf(host)]));
  return type === 16 ? TXT.map((text) => Buffer.concat(chunksOf(text).map(counted))) : [];
}

/** A text of DNS comes in strings of 255 characters at most; `|` ends one earlier. */
const chunksOf = (text: string) => text.split("|").flatMap((part) => part.match(/[\s\S]{1,255}/g) ?? [""]);
const counted = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, "latin1")]);
const nameOf = (host: string) =>
  Buffer.concat([...host.split(".").flatMap((label) => (label ? [counted(label)] : [])), Buffer.from([0])]);
