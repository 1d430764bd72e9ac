import { randomFillSync } from "node:crypto";
import { ulid } from "ulid";

const prefixes = {
  tenant: "ten",
  member: "mem",
  key: "key",
  code: "code",
  upgrade: "upg",
  audit: "aud",
  shop: "shop",
  product: "prd",
  webhookEvent: "whe",
  webhookEndpoint: "whk",
  outgoingEvent: "evt",
  webhookDelivery: "wdl",
  compliance: "cmp",
  contact: "con",
  consent: "cns",
  cart: "cart",
  visit: "vis",
  order: "ord",
  conversion: "cnv",
  incentive: "inc",
  coupon: "cpn",
  rule: "rule",
  sequence: "seq",
  template: "tmpl",
  templateVersion: "tver",
  version: "ver",
  publication: "pub",
  experiment: "exp",
  experimentAct: "xac",
  segment: "seg",
  enrollment: "enr",
  dryRun: "dry",
  decision: "dec",
  draft: "drf",
  review: "rev",
  comment: "com",
  patternStop: "stp",
  demotion: "dem",
  oversightMove: "mov",
  letter: "ltr",
  letterReview: "lrv",
  mailbox: "mbx",
  conversation: "conv",
  arrival: "arr",
  inboundMail: "mail",
  message: "msg",
  messageEvent: "mev",
  click: "clk",
  open: "opn",
  weights: "wgt",
  systemMail: "sys",
  writerTry: "wrt",
  domainCheck: "dck",
} as const;

export type IdKind = keyof typeof prefixes;

/** A new id that names itself and sorts by time: `cart_01…`. `random` in [0, 1) lets the seed make the same ids again. */
export function newId(kind: IdKind, at: Date, random: () => number = chance): string {
  return `${prefixes[kind]}_${ulid(at.getTime(), random).toLowerCase()}`;
}

const chances = Buffer.alloc(4_096);
let next = chances.byteLength;

/** Bytes of the system's by the thousand: the library fetches each of its sixteen by itself, a tenth of all intake's work. */
function chance(): number {
  if (next === chances.byteLength) {
    randomFillSync(chances);
    next = 0;
  }
  return chances.readUInt8(next++) / 256;
}
