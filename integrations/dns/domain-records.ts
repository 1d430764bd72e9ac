import { z } from "zod";
import type { DomainRecords, Found, MxRecord, Named, SpfTree } from "#domain/sender-domain/records.ts";
import { spfReferences } from "#domain/sender-domain/spf.ts";
import { type DomainUse, envelopeDomain } from "#domain/sender-domain.ts";
import { boundedDns, type Dns, saysNothingThere } from "./resolver.ts";

const bounds = { mostQueries: 80, mostMs: 20_000 };
/** Deeper than a receiver would ask, so that what is too much can be told. */
const mostIncludes = 25;

const texts = z.array(z.array(z.string())).transform((records) => records.map((strings) => strings.join("")));
const exchanges = z.array(z.object({ exchange: z.string(), priority: z.number() }));

/** Looks up all that is judged of a domain, bounded in time and questions. Never throws: what cannot be asked is `unasked`. */
export async function readDomainRecords(use: DomainUse, selectors: string[], dns: Dns): Promise<DomainRecords> {
  const bounded = boundedDns(dns, bounds);
  const { domain } = use;
  const under = async (name: string): Promise<Named<string>> => ({ name, found: await textsAt(name, bounded) });
  const [spf, dkim, dmarc, mx] = await Promise.all([
    spfTree(envelopeDomain(use), [], { dns: bounded, left: mostIncludes }),
    Promise.all(selectors.map((selector) => under(`${selector}._domainkey.${domain}`))),
    Promise.all(withParents(domain).map((name) => under(`_dmarc.${name}`))),
    exchangesAt(domain, bounded),
  ]);
  return { spf, dkim, dmarc, mx };
}

type Walk = { dns: Dns; left: number };

async function spfTree(name: string, above: string[], walk: Walk): Promise<SpfTree> {
  if (above.includes(name)) return { name, found: { kind: "none" }, loops: true, below: [] };
  if (walk.left <= 0) return { name, found: { kind: "unasked" }, loops: false, below: [] };
  walk.left -= 1;
  const found = await textsAt(name, walk.dns);
  const below: SpfTree[] = [];
  const references = found.kind === "found" ? found.records.flatMap(spfReferences) : [];
  for (const reference of references) below.push(await spfTree(reference, [...above, name], walk));
  return { name, found, loops: false, below };
}

/** A domain and those above it that somebody may own, the nearest first. */
function withParents(domain: string): string[] {
  const labels = domain.split(".");
  return labels
    .slice(0, Math.max(1, labels.length - 1))
    .map((_, at) => labels.slice(at).join("."))
    .slice(0, 6);
}

const textsAt = (name: string, dns: Dns): Promise<Found<string>> => at({ name, type: "TXT" }, dns, texts);
const exchangesAt = (name: string, dns: Dns): Promise<Found<MxRecord>> => at({ name, type: "MX" }, dns, exchanges);

type Question = { name: string; type: "TXT" | "MX" };

async function at<T>({ name, type }: Question, dns: Dns, shape: z.ZodType<T[]>): Promise<Found<T>> {
  try {
    const records = shape.parse(await dns.resolve(name, type));
    return records.length > 0 ? { kind: "found", records } : { kind: "none" };
  } catch (cause) {
    return { kind: saysNothingThere(cause) ? "none" : "unasked" };
  }
}
