import type { Arm } from "#domain/experiment.ts";
import type { Incentive } from "#domain/incentive.ts";
import type { Step } from "#domain/sequence.ts";

/** What the history is written about: the tenant's own rows, and where and when it all happens. */
export type HistoryFacts = {
  tenantId: string;
  now: Date;
  appUrl: string;
  customShopId: string;
  shopifyShopId: string;
  sequenceId: string;
  versionId: string;
  steps: Step[];
  experimentId: string;
  arms: Arm[];
  incentives: Incentive[];
  marketerId: string;
  reviewMinutes: number;
  attributionDays: number;
};
