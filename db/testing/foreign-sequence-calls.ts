import { graphOfSteps } from "#domain/sequence-graph.ts";
import { nextStep } from "#domain/sequence-plan.ts";
import { archiveSequence } from "../sequence-archive.ts";
import { readSequenceDraft, saveSequenceDraft } from "../sequence-drafts.ts";
import { moveRuns, readMove } from "../sequence-migration.ts";
import { isPaused, pauseSequence, resumeSequence } from "../sequence-pause.ts";
import { publicationFaultsOf, publishGraph } from "../sequence-publication.ts";
import { graphOf, publishAsVersion, readSequenceName } from "../sequences.ts";
import { readStepFigures } from "../step-figures.ts";
import { getSystemMail } from "../system-mails.ts";
import { listCartWalks } from "../walk-views.ts";
import { lockPlace, moveOn, readWalk, stepsSent, stepsUnderway, walkEventsOf } from "../walks.ts";
import type { Call } from "./foreign-reads.ts";

const standing = { stepId: null, startedAt: "2026-03-01T00:00:00Z", since: "2026-03-01T00:00:00Z", passed: 0 };
const step = nextStep([]);

/** What can be read of a sequence's making, asked for what is another tenant's. */
export const sequenceReads: Record<string, Call> = {
  graphOf: (b, a) => graphOf(b, a.idleVersion),
  publicationFaultsOf: async (b, a, now) => {
    const ofTheirs = { id: "call", kind: "notify" as const, memberId: a.member, note: "", next: null };
    const found = await publicationFaultsOf(b, { ...graphOfSteps([]), start: "call", steps: [ofTheirs] }, now);
    return found.map(({ fault }) => fault).includes("unknown_member");
  },
  getSystemMail: (b, a) => getSystemMail(b, a.systemMail),
  readSequenceName: (b, a) => readSequenceName(b, a.sequence),
  listCartWalks: (b, a) => listCartWalks(b, a.cart),
  readWalk: (b, a) => readWalk(b, a.enrollment),
  stepsSent: (b, a) => stepsSent(b, { id: a.enrollment, stepIds: ["reminder"] }),
  stepsUnderway: async (b, a) => [...(await stepsUnderway(b, { id: a.enrollment, stepIds: ["reminder"] }))],
  walkEventsOf: async (b, a) => {
    const events = await walkEventsOf(b, { id: a.enrollment, cart: a.cartRow, stepIds: ["reminder"] });
    return events.filter(({ stepId }) => stepId !== null);
  },
  isPaused: (b, a) => isPaused(b, a.idleSequence),
  readMove: (b, a) => readMove(b, a.sequence),
  readSequenceDraft: (b, a) => readSequenceDraft(b, a.sequence),
  readStepFigures: (b, a) => readStepFigures(b, a.version),
};

export const sequenceWrites: Record<string, Call> = {
  archiveSequence: (b, a, now) => archiveSequence(b, a.idleSequence, now),
  lockPlace: (b, a) => lockPlace(b, a.openEnrollment, standing),
  moveOn: (b, a, now) => moveOn(b, a.enrollment, { place: { ...standing, stepId: "moved" }, walked: [] }, now),
  moveRuns: (b, a) => moveRuns(b, a.sequence),
  pauseSequence: (b, a, now) => pauseSequence(b, a.sequence, now),
  resumeSequence: (b, a, now) => resumeSequence(b, a.idleSequence, now),
  publishAsVersion: (b, a, now) =>
    publishAsVersion(b, { sequenceId: a.sequence, steps: [], graph: graphOfSteps([]) }, null, now),
  publishGraph: (b, a, now) => publishGraph(b, { sequenceId: a.sequence, graph: graphOfSteps([step]) }, null, now),
  saveSequenceDraft: (b, a, now) =>
    saveSequenceDraft(b, { sequenceId: a.sequence, graph: graphOfSteps([]), revision: 1 }, null, now),
};
