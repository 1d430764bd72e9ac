import {
  type DomainReport,
  type DomainStanding,
  type DomainUse,
  mxValue,
  type PartReport,
  type PartState,
} from "../sender-domain.ts";
import { judgeDkim } from "./dkim.ts";
import { judgeDmarc } from "./dmarc.ts";
import { type DomainRecords, recordsIn } from "./records.ts";
import { judgeSpf } from "./spf.ts";

/**
 * Judges what a domain has published for what it is used for. The measure of one that sends is what Gmail and Yahoo ask of
 * bulk senders: an aligned DKIM key or SPF record, and a DMARC policy of at least `none`.
 */
export function judgeDomain(records: DomainRecords, use: DomainUse): DomainReport & { standing: DomainStanding } {
  const sending = use.sends
    ? [judgeSpf(records.spf, use), judgeDkim(records.dkim, use), judgeDmarc(records.dmarc, use)]
    : [];
  const parts = [...sending, ...(use.receives ? [judgeMx(records, use)] : [])];
  return { parts, standing: standingOf(parts) };
}

function judgeMx({ mx }: DomainRecords, { domain, mailersRecords }: DomainUse): PartReport {
  const there = recordsIn(mx).toSorted((one, other) => one.priority - other.priority);
  const found = there.map((one) => ({ type: "MX" as const, name: domain, value: mxValue(one) }));
  const told = mailersRecords.filter(({ type, name }) => type === "MX" && name === domain);
  const wants = told.length > 0 ? told : [{ type: "MX" as const, name: domain, value: null }];
  const report = { part: "mx" as const, found };
  if (mx.kind === "unasked")
    return { ...report, state: "not_known", problems: [{ kind: "not_asked", about: null }], wants: [] };
  if (there.length === 0) return { ...report, state: "missing", problems: [], wants };
  if (there.every(({ exchange }) => exchange === "" || exchange === "."))
    return { ...report, state: "broken", problems: [{ kind: "null_mx", about: null }], wants };
  return { ...report, state: "good", problems: [], wants: [] };
}

type Known = boolean | null;

function standingOf(parts: PartReport[]): DomainStanding {
  const works = (part: PartReport["part"]): Known => {
    const found = parts.find((one) => one.part === part);
    return found ? worksIn(found.state) : true;
  };
  const whole = both(both(either(works("dkim"), works("spf")), works("dmarc")), works("mx"));
  return whole === null ? "not_known" : whole ? "fine" : "lacking";
}

const worksIn = (state: PartState): Known => (state === "not_known" ? null : state === "good" || state === "weak");
const either = (one: Known, other: Known): Known =>
  one || other ? true : one === null || other === null ? null : false;
const both = (one: Known, other: Known): Known =>
  one === false || other === false ? false : one === null || other === null ? null : true;
