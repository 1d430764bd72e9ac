import type { DnsRecord, DomainUse, FoundProblem, PartReport } from "../sender-domain.ts";
import { type Named, recordsIn } from "./records.ts";
import { type Tags, tagsIn } from "./tags.ts";

const policies = ["none", "quarantine", "reject"];

/** Judges the DMARC record that holds for a domain: its own, else the nearest of a domain above it. */
export function judgeDmarc(records: Named<string>[], use: DomainUse): PartReport {
  const nearest = records.find(({ found }) => found.kind === "unasked" || dmarcTexts(found).length > 0);
  const wants = (policy = "none"): DnsRecord[] => [
    { type: "TXT", name: `_dmarc.${use.domain}`, value: `v=DMARC1; p=${policy}` },
  ];
  if (!nearest) return { part: "dmarc", state: "missing", found: [], problems: [], wants: wants() };
  if (nearest.found.kind === "unasked")
    return { part: "dmarc", state: "not_known", found: [], problems: [{ kind: "not_asked", about: null }], wants: [] };
  const texts = dmarcTexts(nearest.found);
  const found = texts.map((value) => ({ type: "TXT" as const, name: nearest.name, value }));
  const said = texts.flatMap((text) => policies.filter((policy) => tagsIn(text)?.get("p")?.toLowerCase() === policy));
  const broken = (kind: FoundProblem["kind"], about: string | null): PartReport => ({
    ...{ part: "dmarc", state: "broken", found, problems: [{ kind, about }], wants: wants(said[0]) },
  });
  const [text = ""] = texts;
  if (texts.length > 1) return broken("several_records", String(texts.length));
  const tags = tagsIn(text);
  if (!tags || !/^v\s*=\s*DMARC1\s*(?:;|$)/.test(text.trim())) return broken("syntax", text);
  const isOwn = nearest.name === `_dmarc.${use.domain}`;
  const refusal = refusalOf(tags, isOwn);
  if (refusal) return broken(refusal.kind, refusal.about);
  const problems = remarksOn(tags, isOwn);
  const isNone = problems.some(({ kind }) => kind === "policy_none");
  return { part: "dmarc", state: isNone ? "weak" : "good", found, problems, wants: [] };
}

/** Texts that are, or were meant to be, of DMARC. */
const dmarcTexts = (found: Named<string>["found"]) =>
  recordsIn(found).filter((text) => /^\s*v\s*=\s*dmarc/i.test(text) || /(?:^|;)\s*p\s*=/i.test(text));

function refusalOf(tags: Tags, isOwn: boolean): FoundProblem | null {
  const policy = tags.get("p");
  if (policy === undefined) return { kind: "policy_missing", about: null };
  if (!policies.includes(policy.toLowerCase())) return { kind: "policy_unreadable", about: `p=${policy}` };
  const below = tags.get("sp");
  return !isOwn && below !== undefined && !policies.includes(below.toLowerCase())
    ? { kind: "policy_unreadable", about: `sp=${below}` }
    : null;
}

function remarksOn(tags: Tags, isOwn: boolean): FoundProblem[] {
  const own = (tags.get("p") ?? "none").toLowerCase();
  const below = (tags.get("sp") ?? own).toLowerCase();
  const policy = isOwn ? own : below;
  return [
    ...(policy === "none" ? [{ kind: "policy_none" as const, about: isOwn ? `p=${own}` : `sp=${below}` }] : []),
    ...(isOwn && policies.indexOf(below) < policies.indexOf(own)
      ? [{ kind: "weaker_below" as const, about: `sp=${below}` }]
      : []),
    ...(tags.get("t")?.toLowerCase() === "y" ? [{ kind: "for_tests" as const, about: "t=y" }] : []),
  ];
}
