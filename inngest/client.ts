import { Inngest } from "inngest";

/** Keys and addresses come from the environment alone, so that the target changes without a line of code. */
export const inngest = new Inngest({ id: "comeback" });

/** The steps of a durable run, as verbs that wait or send take them. */
export type StepTools = Parameters<Parameters<typeof inngest.createFunction>[1]>[0]["step"];
