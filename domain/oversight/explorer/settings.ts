import type { DeadlineAction } from "../../draft-life.ts";
import { defaultOversight, type OversightFacts, type OversightPolicy, oversee } from "../../oversight.ts";
import type { Setting } from "./world.ts";

const facts: OversightFacts = {
  findings: 0,
  confidence: 0.9,
  incentivePercent: null,
  cart: { total: 5_000, currency: "EUR" },
  vip: false,
  versionReviews: 100,
  languageReviews: 100,
};

const policy: OversightPolicy = {
  ...defaultOversight,
  tenantMode: "monitored",
  sequenceMode: null,
  stepMode: null,
  stepDemoted: false,
};

const secondApprover = { incentiveAbovePercent: null, cartAbove: [{ amount: 1_000, currency: "EUR" }] };

const gated: OversightPolicy = { ...policy, tenantMode: "gated" };
const autonomous: OversightPolicy = { ...policy, tenantMode: "autonomous" };

type Case = Omit<Setting, "judge"> & { policy: OversightPolicy; findings: number };

const of = (name: string, its: OversightPolicy, findings = 0) => ({ name, policy: its, findings });
const under = (end: Setting["end"], atDeadline: DeadlineAction, repeatable: boolean) => ({
  end,
  atDeadline,
  repeatable,
});

/** Every reason to behave differently, with each action at the deadline, each end and both kinds of mailer among them. */
const cases: Case[] = [
  { ...of("gated, scripted words at the deadline", gated), ...under("ordered", "scripted", true) },
  { ...of("gated, asked to send at the deadline", gated), ...under("suppressed", "send", false) },
  {
    ...of("gated by demotion", { ...autonomous, stepDemoted: true }, 1),
    ...under("sequence_withdrawn", "drop", false),
  },
  { ...of("gated, two people", { ...gated, secondApprover }), ...under("ordered", "scripted", false) },
  { ...of("gated, two people, asked to send", { ...gated, secondApprover }), ...under("suppressed", "send", true) },
  { ...of("monitored, clean", policy), ...under("suppressed", "send", true) },
  { ...of("monitored, clean, plain mailer", policy), ...under("ordered", "drop", false) },
  { ...of("monitored, flagged", policy, 1), ...under("sequence_withdrawn", "send", true) },
  { ...of("monitored, flagged, plain mailer", policy, 1), ...under("ordered", "scripted", false) },
  { ...of("monitored, two people", { ...policy, secondApprover }), ...under("sequence_withdrawn", "send", false) },
  { ...of("autonomous, clean", { ...autonomous, samplePercent: 0 }, 1), ...under("suppressed", "scripted", false) },
  { ...of("autonomous, sampled", { ...autonomous, samplePercent: 100 }), ...under("ordered", "drop", true) },
];

export const settings: Setting[] = cases.map(({ policy: its, findings, ...rest }) => {
  const written = oversee(its, { ...facts, findings }, "draft");
  const edited = oversee(its, facts, "draft");
  return { ...rest, judge: (words) => (words === "written" ? written : edited) };
});
