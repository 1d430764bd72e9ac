import type { Channel } from "../sequence-graph.ts";
import type { HourHistogram } from "./best-hour.ts";
import { bestHour } from "./best-hour.ts";
import type { Timing } from "./leave-at.ts";
import type { FrequencyCap, QuietRule } from "./pressure.ts";
import { type SendRulesByChannel, weekdaySpans } from "./send-rules.ts";
import { wallClock } from "./zone.ts";

/** How a tenant times what it sends. `backOnSite` null: nobody is left alone for being on the site. */
export type TimingPolicy = {
  sendRules: SendRulesByChannel;
  frequencyCaps: FrequencyCap[];
  backOnSite: QuietRule | null;
  bestHour: boolean;
};

/** What a tenant begins with: at any hour, and not twice within half a day. */
export const defaultTiming: TimingPolicy = {
  sendRules: { email: null, sms: null, push: null, whatsapp: null },
  frequencyCaps: [{ messages: 1, hours: 12 }],
  backOnSite: null,
  bestHour: false,
};

/** What is known of the person and the message. The histograms count acts by the hours of the shopper's own day. */
export type Due = {
  channel: Channel;
  dueAt: Date;
  timeZone: string;
  sentAt: Date[];
  lastSeenAt: Date | null;
  hours: { own: HourHistogram; cohort: HourHistogram };
};

/** A tenant's rules on one message, for `leaveAt`. Without enough to learn a best hour from, a message leaves when it is due. */
export function timingOf(policy: TimingPolicy, due: Due): Timing {
  const { dueAt, timeZone, sentAt, lastSeenAt } = due;
  const rules = policy.sendRules[due.channel];
  const dueHour = Math.floor(wallClock(dueAt, timeZone).minute / 60);
  const best = policy.bestHour ? bestHour(due.hours.own, due.hours.cohort, dueHour) : null;
  const hour = best === null || best.from === "set" ? null : best.hour;
  return { dueAt, timeZone, rules, caps: policy.frequencyCaps, sentAt, hour, quiet: policy.backOnSite, lastSeenAt };
}

/** How far back a contact's messages matter to the caps, in hours. */
export function longestCap({ frequencyCaps }: Pick<TimingPolicy, "frequencyCaps">): number {
  return frequencyCaps.reduce((most, { hours }) => Math.max(most, hours), 0);
}

export type TimingFault = { field: string; message: string };

/** The first reason why rules cannot be kept: a channel in which no message would ever leave. */
export function timingFaultOf({ sendRules }: TimingPolicy): TimingFault | null {
  for (const [channel, rules] of Object.entries(sendRules)) {
    if (rules && weekdaySpans(rules).length === 0)
      return { field: `sendRules.${channel}.days`, message: "No message would ever leave: open at least one day" };
  }
  return null;
}
