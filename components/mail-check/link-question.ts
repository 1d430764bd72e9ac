import type { LinkAnswer } from "#domain/mail-checks/link-answers.ts";

/** What is known of a mail's links, and how to ask for more. */
export type LinkQuestion = { answers: LinkAnswer[] | null; busy: boolean; failed: string | null; onAsk: () => void };
