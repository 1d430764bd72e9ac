import { graphOfSteps } from "#domain/sequence-graph.ts";
import { archiveSequence } from "../sequence-archive.ts";
import { readSequenceDraft, saveSequenceDraft } from "../sequence-drafts.ts";
import { readStepFigures } from "../step-figures.ts";
import type { Call } from "./foreign-reads.ts";

/** What can be read of a sequence's making, asked for what is another tenant's. */
export const sequenceReads: Record<string, Call> = {
  readSequenceDraft: (b, a) => readSequenceDraft(b, a.sequence),
  readStepFigures: (b, a) => readStepFigures(b, a.version),
};

export const sequenceWrites: Record<string, Call> = {
  archiveSequence: (b, a, now) => archiveSequence(b, a.sequence, now),
  saveSequenceDraft: (b, a, now) =>
    saveSequenceDraft(b, { sequenceId: a.sequence, graph: graphOfSteps([]), revision: 1 }, null, now),
};
