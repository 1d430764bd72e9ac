/** What DNS said under a name. `unasked`: it could not be asked, which says nothing. */
export type Found<T> = { kind: "found"; records: T[] } | { kind: "none" } | { kind: "unasked" };

export type MxRecord = { exchange: string; priority: number };

/** The SPF records under a name, with those that they refer to; `loops` where a name refers to itself. */
export type SpfTree = { name: string; found: Found<string>; loops: boolean; below: SpfTree[] };

export type Named<T> = { name: string; found: Found<T> };

/** All that is looked up of a domain. `dmarc` holds the domain's own first, then those of the domains above it. */
export type DomainRecords = {
  spf: SpfTree;
  dkim: Named<string>[];
  dmarc: Named<string>[];
  mx: Found<MxRecord>;
};

export const recordsIn = <T>(found: Found<T>): T[] => (found.kind === "found" ? found.records : []);
