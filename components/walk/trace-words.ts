import type { ReplaySend } from "#domain/sequence/dry-run.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import type { TraceEntry, WalkDeed } from "#domain/sequence/walk-through.ts";
import type { SequenceGraph } from "#domain/sequence-graph.ts";
import { stopLabels, waitLabels } from "../cart/labels.ts";
import { endLabels, labelOf } from "../dry-run/labels.ts";
import { eventLabels } from "../sequence/graph-labels.ts";
import { conditionText, type Names, wordsOf } from "../sequence/step-words.ts";

export type TraceWords = { title: string; reason: string; until: Date | null };
type Of = { graph: SequenceGraph; names: Names; sends: ReplaySend[] };

/** One decision of a walk and its reason. */
export function traceWords(entry: TraceEntry, of: Of): TraceWords {
  const stepId = stepIdOf(entry);
  const step = stepOf(of.graph, stepId);
  const title = step ? wordsOf(step, of.graph, of.names).title : "";
  const say = (reason: string, until: Date | null = null) => ({ title, reason, until });
  switch (entry.kind) {
    case "waited":
      return say("The wait is over.");
    case "event_came":
      return say(`It came: ${eventLabels[entry.event].toLowerCase()}.`);
    case "event_missed":
      return say("It did not come in time.");
    case "split":
      return { title: `${title}: ${entry.branch}`, reason: splitReason(entry.answer, step, of.graph), until: null };
    case "experiment":
      return { title: `${title}: ${entry.arm}`, reason: "Drawn by the contact; they keep it for good.", until: null };
    case "not_resent":
      return say(
        entry.because === "opened"
          ? "Not sent again: the first was opened."
          : "Not sent again: the first was not sent.",
      );
    case "already_sent":
      return say("Was sent before.");
    case "postponed":
      return { title: `${title} waits`, reason: `${waitLabels[entry.reason]}.`, until: entry.until };
    case "stopped":
      return {
        title: `Stops: ${labelOf(endLabels, entry.reason).toLowerCase()}`,
        reason: stopReason(entry.reason),
        until: null,
      };
    case "unfinished":
      return { title: "Still on the way", reason: "It is followed no further.", until: null };
    case "done":
      return deedWords(entry.action, { title, at: entry.at, sends: of.sends });
  }
}

export function stepIdOf(entry: TraceEntry): string | null {
  if (entry.kind !== "done") return entry.stepId;
  return "stepId" in entry.action ? entry.action.stepId : null;
}

function splitReason(answer: boolean | null, step: ReturnType<typeof stepOf>, graph: SequenceGraph): string {
  const asked = step?.kind === "split" && step.when ? conditionText(step.when, graph) : "";
  if (answer === null) return `Cannot be known: ${asked}.`;
  return `${answer ? "True" : "Not true"}: ${asked}.`;
}

function stopReason(reason: string): string {
  const known: Record<string, string> = stopLabels;
  return known[reason] ? `${known[reason]}.` : "";
}

function deedWords(
  action: WalkDeed,
  { title, at, sends }: { title: string; at: Date; sends: ReplaySend[] },
): TraceWords {
  switch (action.kind) {
    case "sleep_until":
      return { title, reason: "Sleeps.", until: new Date(action.at) };
    case "wait_for_event":
      return {
        title: `Waits: ${title.toLowerCase()}`,
        reason: "Looks again and again.",
        until: new Date(action.until),
      };
    case "send": {
      const sent = sends.find((one) => one.stepId === action.stepId && one.at.getTime() === at.getTime());
      const offered = sent?.incentive ? `With ${sent.incentive.name}.` : "Without incentive.";
      return { title: `Sends “${title}”`, reason: `No rule holds it back. ${offered}`, until: null };
    }
    case "tag":
      return { title, reason: `${action.act === "add" ? "Sets" : "Takes away"} “${action.tag}”.`, until: null };
    case "notify":
      return { title, reason: action.note, until: null };
    case "call_webhook":
      return { title, reason: action.url, until: null };
    case "finished":
      return { title: "Finished", reason: "All steps are done.", until: null };
  }
}
