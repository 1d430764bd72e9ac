import type { ExperimentStep, GraphStep, MessageStep, SplitStep, WaitForEventStep } from "../sequence-graph.ts";
import { conditionFaultsOf } from "./condition-faults.ts";
import type { Catalogue, GraphFaultName } from "./fault-names.ts";

type Found = { fault: GraphFaultName; field: string };
type Known = { catalogue: Catalogue; messages: ReadonlySet<string> };

const mostWaitMinutes = 365 * 24 * 60;

/** What is wrong with one step by itself. */
export function stepFaults(step: GraphStep, known: Known): Found[] {
  switch (step.kind) {
    case "message":
      return messageFaults(step, known);
    case "wait":
      return waitFaults(step.minutes, "minutes");
    case "wait_for_event":
      return eventFaults(step, known);
    case "split":
      return splitFaults(step, known);
    case "experiment":
      return armFaults(step);
    case "tag":
      return step.tag.trim() === "" ? [{ fault: "tag_without_name", field: "tag" }] : [];
    case "notify":
      return step.memberId !== null && !known.catalogue.members.has(step.memberId)
        ? [{ fault: "unknown_member", field: "memberId" }]
        : [];
    case "webhook":
      return isHttps(step.url) ? [] : [{ fault: "webhook_without_address", field: "url" }];
    default:
      return [];
  }
}

function waitFaults(minutes: number, field: string): Found[] {
  if (!(minutes > 0)) return [{ fault: "wait_of_zero", field }];
  return minutes > mostWaitMinutes ? [{ fault: "wait_too_long", field }] : [];
}

function messageFaults(step: MessageStep, { catalogue, messages }: Known): Found[] {
  const found: Found[] = [];
  if (step.template === null) found.push({ fault: "message_without_template", field: "template" });
  else if (!catalogue.templates.has(step.template)) found.push({ fault: "unknown_template", field: "template" });
  if (!catalogue.channels.has(step.channel)) found.push({ fault: "channel_not_connected", field: "channel" });
  if (step.offer.kind === "incentive") {
    const incentive = catalogue.incentives.get(step.offer.incentiveId);
    if (!incentive) found.push({ fault: "unknown_incentive", field: "offer" });
    else if (!incentive.hasBudget) found.push({ fault: "incentive_without_budget", field: "offer" });
  }
  if (step.resendOf !== null && (step.resendOf === step.id || !messages.has(step.resendOf)))
    found.push({ fault: "resend_of_no_message", field: "resendOf" });
  return found;
}

function eventFaults(step: WaitForEventStep, { messages }: Known): Found[] {
  const found = waitFaults(step.timeoutMinutes, "timeoutMinutes");
  if (step.ofStep !== null && !messages.has(step.ofStep)) found.push({ fault: "event_of_no_message", field: "ofStep" });
  if (step.came === null && step.timedOut === null) found.push({ fault: "split_without_branches", field: "came" });
  return found;
}

function splitFaults(step: SplitStep, { messages }: Known): Found[] {
  const found: Found[] = conditionFaultsOf(step.when, messages).map((fault) => ({ fault, field: "when" }));
  if (step.when === null) found.push({ fault: "split_without_condition", field: "when" });
  if (step.yes === null && step.no === null) found.push({ fault: "split_without_branches", field: "yes" });
  return found;
}

function armFaults({ arms }: ExperimentStep): Found[] {
  const found: Found[] = [];
  if (arms.length < 2) found.push({ fault: "experiment_without_arms", field: "arms" });
  if (arms.reduce((sum, arm) => sum + arm.weight, 0) !== 100)
    found.push({ fault: "weights_not_summing", field: "arms" });
  arms.forEach((arm, place) => {
    if (arms.findIndex((other) => other.name === arm.name) < place)
      found.push({ fault: "repeated_arm", field: `arms.${place}` });
  });
  return found;
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
