import { attributeAgain } from "./attribute-again.ts";
import { attributeOrders } from "./attribute-orders.ts";
import { checkDomains } from "./check-domains.ts";
import { concludeExperiments } from "./conclude-experiments.ts";
import { deliverWebhooks, findDueWebhooks } from "./deliver-webhooks.ts";
import { findAbandoned } from "./find-abandoned.ts";
import { enrollOrders, findTriggered } from "./find-triggered.ts";
import { fitAttribution } from "./fit-attribution.ts";
import { notifyReviewers } from "./notify-reviewers.ts";
import { proposeAnswers } from "./propose-answers.ts";
import { readArrivals } from "./read-arrivals.ts";
import { receiveWebhooks } from "./receive-webhooks.ts";
import { reconcileShop, reconcileShops } from "./reconcile-shops.ts";
import { resealSecrets } from "./reseal-secrets.ts";
import { rebuildTenantRollups, rollUp } from "./roll-up.ts";
import { runDryRun } from "./run-dry-run.ts";
import { runEnrollment } from "./run-enrollment.ts";
import { sendLetter } from "./send-letter.ts";
import { sendMessages } from "./send-messages.ts";
import { sendReports } from "./send-reports.ts";
import { settleDraft } from "./settle-draft.ts";
import { sweep } from "./sweep.ts";

/** Everything that the runner may call. */
export const functions = [
  receiveWebhooks,
  findAbandoned,
  findTriggered,
  enrollOrders,
  runEnrollment,
  runDryRun,
  sendMessages,
  sendLetter,
  findDueWebhooks,
  deliverWebhooks,
  readArrivals,
  proposeAnswers,
  settleDraft,
  attributeOrders,
  attributeAgain,
  fitAttribution,
  sweep,
  reconcileShops,
  reconcileShop,
  resealSecrets,
  notifyReviewers,
  sendReports,
  concludeExperiments,
  rollUp,
  rebuildTenantRollups,
  checkDomains,
];
