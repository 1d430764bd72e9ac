import {
  type DnsRecord,
  type DomainUse,
  envelopeDomain,
  type FoundProblem,
  type PartReport,
  type PartState,
} from "../sender-domain.ts";
import { recordsIn, type SpfTree } from "./records.ts";

export type SpfTerm = { qualifier: string; name: string; value: string };

/** Receivers stop at so many questions and refuse the record (RFC 7208, 4.6.4). */
export const mostSpfLookups = 10;

const isSpf = (text: string) => /^v=spf1(?:\s|$)/i.test(text);

/** The terms of a record that is one of SPF's; null for a text that is not. */
export function spfTerms(text: string): SpfTerm[] | null {
  if (!isSpf(text)) return null;
  const terms = text.trim().split(/\s+/).slice(1);
  return terms.map((term) => {
    const [, qualifier = "", name = "", value = ""] = /^([+\-~?]?)([a-z0-9_.-]*)([:=/].*)?$/i.exec(term) ?? [];
    return name ? { qualifier, name: name.toLowerCase(), value } : { qualifier: "", name: term, value: "" };
  });
}

/** The names that a record refers to, as they are to be looked up; those made of macros are not followed. */
export const spfReferences = (text: string) =>
  (spfTerms(text) ?? []).flatMap(({ name, value }) =>
    (name === "include" || name === "redirect") && value.length > 1 && !value.includes("%")
      ? [value.slice(1).toLowerCase().replace(/\.$/, "")]
      : [],
  );

const shapes: Record<string, RegExp> = {
  all: /^$/,
  include: /^:[^\s:/]+$/,
  a: /^(?::[^\s/]+)?(?:\/\d{1,2})?(?:\/\/\d{1,3})?$/,
  mx: /^(?::[^\s/]+)?(?:\/\d{1,2})?(?:\/\/\d{1,3})?$/,
  ptr: /^(?::\S+)?$/,
  ip4: /^:(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?$/,
  ip6: /^:[0-9a-f:.]{2,45}(?:\/\d{1,3})?$/i,
  exists: /^:\S+$/,
  redirect: /^=\S+$/,
  exp: /^=\S+$/,
};
const asking = ["include", "a", "mx", "ptr", "exists", "redirect"];

/** Judges a domain's SPF record with all that it refers to. */
export function judgeSpf(tree: SpfTree, use: DomainUse): PartReport {
  const texts = recordsIn(tree.found).filter(isSpf);
  const found = texts.map((value) => ({ type: "TXT" as const, name: tree.name, value }));
  const report = { part: "spf" as const, found };
  if (tree.found.kind === "unasked")
    return { ...report, state: "not_known", problems: [{ kind: "not_asked", about: null }], wants: [] };
  const [text] = texts;
  if (text === undefined) return { ...report, state: "missing", problems: [], wants: spfWanted(use, []) };
  if (texts.length > 1) {
    const problems = [{ kind: "several_records" as const, about: String(texts.length) }];
    return { ...report, state: "broken", problems, wants: spfWanted(use, texts) };
  }
  const { broken, weak, unasked } = problemsOf(text, tree, use);
  const state: PartState = broken.length > 0 ? "broken" : unasked ? "not_known" : weak.length > 0 ? "weak" : "good";
  const mends = [...broken, ...weak].some(({ kind }) => ["allows_everyone", "no_end", "lacks_mailer"].includes(kind));
  return { ...report, state, problems: [...broken, ...weak], wants: mends ? spfWanted(use, texts) : [] };
}

type Problems = { broken: FoundProblem[]; weak: FoundProblem[]; unasked: boolean };

function problemsOf(text: string, tree: SpfTree, use: DomainUse): Problems {
  const terms = spfTerms(text) ?? [];
  const broken: FoundProblem[] = [];
  const weak: FoundProblem[] = [];
  for (const { qualifier, name, value } of terms)
    if (!isTerm(name, value)) broken.push({ kind: "syntax", about: `${qualifier}${name}${value}` });
  const end = terms.find(({ name }) => name === "all");
  const redirects = terms.some(({ name }) => name === "redirect");
  const allows = terms.filter(({ name }) => name in shapes && name !== "all" && name !== "exp");
  if (end && (end.qualifier === "" || end.qualifier === "+"))
    broken.push({ kind: "allows_everyone", about: `${end.qualifier}all` });
  if (end && allows.length === 0 && end.qualifier !== "" && end.qualifier !== "+")
    broken.push({ kind: "allows_nobody", about: text });
  if ((!end && !redirects) || end?.qualifier === "?") weak.push({ kind: "no_end", about: null });
  if (terms.some(({ name }) => name === "ptr")) weak.push({ kind: "uses_ptr", about: "ptr" });
  const lookups = lookupsOf(tree);
  if (lookups > mostSpfLookups) broken.push({ kind: "too_many_lookups", about: String(lookups) });
  const below = brokenBelow(tree);
  broken.push(...below.problems);
  if (use.mailer === "resend" && !namesIn(tree).includes("amazonses.com"))
    weak.push({ kind: "lacks_mailer", about: "amazonses.com" });
  return { broken, weak, unasked: below.unasked };
}

/** Modifiers that nobody knows are passed over; mechanisms are not. */
function isTerm(name: string, value: string): boolean {
  const shape = shapes[name];
  return shape ? shape.test(value) : value.startsWith("=");
}

/** How often a receiver asks DNS because of a record, all that it refers to counted in. */
function lookupsOf({ found, below }: SpfTree): number {
  const own = recordsIn(found).flatMap((text) => spfTerms(text) ?? []);
  return own.filter(({ name }) => asking.includes(name)).length + below.reduce((sum, tree) => sum + lookupsOf(tree), 0);
}

function brokenBelow(tree: SpfTree): { problems: FoundProblem[]; unasked: boolean } {
  const problems: FoundProblem[] = [];
  let unasked = false;
  for (const one of tree.below) {
    if (one.loops) problems.push({ kind: "loop", about: one.name });
    else if (one.found.kind === "unasked") unasked = true;
    else if (recordsIn(one.found).filter(isSpf).length !== 1)
      problems.push({ kind: "include_broken", about: one.name });
    const deeper = brokenBelow(one);
    problems.push(...deeper.problems);
    unasked ||= deeper.unasked;
  }
  return { problems, unasked };
}

const namesIn = (tree: SpfTree): string[] => tree.below.flatMap((one) => [one.name, ...namesIn(one)]);

/** One record that says what the ones that are there say, allows our mailer, and ends. Null where nobody here knows the mailer. */
function spfWanted(use: DomainUse, texts: string[]): DnsRecord[] {
  const told = use.mailersRecords.filter(({ name }) => name === envelopeDomain(use));
  if (told.length > 0 && texts.length === 0) return told;
  const mailer = use.mailer === "resend" ? "include:amazonses.com" : use.relay ? `a:${use.relay}` : null;
  const there = texts
    .flatMap((text) => spfTerms(text) ?? [])
    .filter(({ name, value }) => isTerm(name, value) && name !== "all")
    .map(({ qualifier, name, value }) => `${qualifier}${name}${value}`);
  const isMailer = (term: string) => term === mailer;
  const terms = [
    ...new Set([...there, ...(mailer && (texts.length === 0 || use.mailer === "resend") ? [mailer] : [])]),
  ];
  const value =
    terms.length === 0
      ? null
      : `v=spf1 ${terms
          .filter((term) => !isMailer(term))
          .concat(terms.filter(isMailer))
          .join(" ")} ~all`;
  return [{ type: "TXT", name: envelopeDomain(use), value }];
}
