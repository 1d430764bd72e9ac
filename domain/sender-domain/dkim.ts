import type { DnsRecord, DomainUse, FoundProblem, PartReport, PartState } from "../sender-domain.ts";
import { type Named, recordsIn } from "./records.ts";
import { type Tags, tagsIn } from "./tags.ts";

type Judged = { state: PartState; problems: FoundProblem[]; record: DnsRecord | null };

/** Judges the keys under which a domain's mail may be signed. One that works is enough. */
export function judgeDkim(keys: Named<string>[], use: DomainUse): PartReport {
  const judged = keys.map(judgeKey);
  const found = judged.flatMap(({ record }) => record ?? []);
  const best = (["good", "weak"] as const).flatMap((state) => judged.filter((one) => one.state === state)).at(0);
  if (best) return { part: "dkim", state: best.state, found, problems: best.problems, wants: [] };
  const problems = judged.flatMap((one) => one.problems);
  const unasked = judged.some(({ state }) => state === "not_known");
  const broken = judged.some(({ state }) => state === "broken");
  const state = unasked ? "not_known" : broken ? "broken" : "missing";
  return { part: "dkim", state, found, problems, wants: unasked ? [] : wanted(keys, use) };
}

function judgeKey({ name, found }: Named<string>): Judged {
  if (found.kind === "unasked")
    return { state: "not_known", problems: [{ kind: "not_asked", about: name }], record: null };
  const texts = recordsIn(found);
  const keys = texts.filter((text) => tagsIn(text)?.has("p") || /^v=dkim1/i.test(text.trim()));
  const [text] = keys;
  if (text === undefined) return { state: "missing", problems: [], record: null };
  const record = { type: "TXT" as const, name, value: text };
  if (keys.length > 1) return { state: "broken", problems: [{ kind: "several_records", about: name }], record };
  const tags = tagsIn(text);
  if (!tags) return { state: "broken", problems: [{ kind: "syntax", about: text }], record };
  return { ...judgeTags(tags, name), record };
}

/** The bytes of an RSA key as it is published: 1024 bits take 162, 2048 take 294. */
const leastBytes = 150;
const goodBytes = 280;

function judgeTags(tags: Tags, name: string): Omit<Judged, "record"> {
  const broken = (kind: FoundProblem["kind"], about: string) => ({
    state: "broken" as const,
    problems: [{ kind, about }],
  });
  if (tags.has("v") && tags.get("v") !== "DKIM1") return broken("syntax", `v=${tags.get("v")}`);
  const key = (tags.get("p") ?? "").replace(/\s+/g, "");
  if (!tags.has("p")) return broken("key_unreadable", name);
  if (key === "") return broken("key_revoked", name);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(key)) return broken("key_unreadable", name);
  const bytes = Math.floor((key.replace(/=+$/, "").length * 3) / 4);
  const kind = (tags.get("k") ?? "rsa").toLowerCase();
  if (kind === "ed25519") return bytes === 32 ? { state: "good", problems: [] } : broken("key_unreadable", name);
  if (kind !== "rsa") return broken("syntax", `k=${kind}`);
  if (bytes < leastBytes) return broken("key_weak", name);
  const problems: FoundProblem[] = [
    ...(bytes < goodBytes ? [{ kind: "key_weak" as const, about: name }] : []),
    ...((tags.get("t") ?? "").split(":").some((flag) => flag.trim().toLowerCase() === "y")
      ? [{ kind: "key_for_tests" as const, about: name }]
      : []),
  ];
  return { state: problems.length > 0 ? "weak" : "good", problems };
}

/** The mailer alone knows its key. */
function wanted(keys: Named<string>[], { domain, mailersRecords }: DomainUse): DnsRecord[] {
  const told = mailersRecords.filter(({ name }) => name.includes("._domainkey."));
  if (told.length > 0) return told;
  const names = keys.length > 0 ? keys.map(({ name }) => name) : [`selector._domainkey.${domain}`];
  return names.slice(0, 1).map((name) => ({ type: "TXT", name, value: null }));
}
