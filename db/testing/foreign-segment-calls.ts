import type { Condition } from "#domain/condition.ts";
import { factsOfCarts, factsOfContacts } from "../condition-facts.ts";
import { setTag } from "../contact-tags.ts";
import { listSegmentRows } from "../segment-views.ts";
import {
  archiveSegment,
  countContacts,
  createSegment,
  getSegment,
  listSegments,
  restoreSegment,
  saveSegment,
} from "../segments.ts";
import type { Call } from "./foreign-reads.ts";

const everybody: Condition = { kind: "all", of: [] };

export const segmentReads: Record<string, Call> = {
  countContacts: (b, a, now) => {
    const value = { amount: a.cartRow.total, currency: a.cartRow.currency };
    return countContacts(b, [{ kind: "test", field: "cart.value", op: "eq", value }], now);
  },
  factsOfCarts: async (b, a, now) => [...(await factsOfCarts(b, [a.cart], { now }))],
  factsOfContacts: async (b, a, now) => [...(await factsOfContacts(b, [a.contact], now))],
  getSegment: (b, a) => getSegment(b, a.segment),
  listSegmentRows: (b, _, now) => listSegmentRows(b, now),
  listSegments,
};

export const segmentWrites: Record<string, Call> = {
  createSegment: (b, _, now) => createSegment(b, { name: "Everybody", condition: everybody }, null, now),
  archiveSegment: (b, a, now) => archiveSegment(b, a.segment, now),
  restoreSegment: (b, a, now) => restoreSegment(b, a.segment, now),
  setTag: (b, a) => setTag(b, a.contact, { tag: "theirs", act: "add" }),
  saveSegment: (b, a, now) => saveSegment(b, a.segment, { name: "Theirs" }, now),
};
