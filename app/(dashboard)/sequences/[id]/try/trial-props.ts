import type { Names } from "#components/sequence/step-words.ts";
import type { Language } from "#domain/language.ts";
import type { ReplayContact, ReplayPlan } from "#domain/sequence/dry-run.ts";
import type { TrialQuery } from "#domain/sequence/trial-query.ts";

export type TrialProps = {
  sequence: { id: string; name: string };
  query: TrialQuery;
  plan: ReplayPlan;
  contact: ReplayContact | null;
  missing: boolean;
  versions: { id: string; number: number }[];
  names: Names;
  example: { cart: string; language: Language } | null;
  now: Date;
  zone: string;
};
