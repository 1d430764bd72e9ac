import type { Policy } from "#db/tenants.ts";
import { AppError } from "#domain/app-error.ts";
import { type PolicyFault, policyFaultsOf } from "#domain/oversight.ts";
import { timingFaultOf } from "#domain/timing/timing-policy.ts";

const said: Record<PolicyFault, { field: string; message: string }> = {
  send_at_deadline_when_gated: {
    field: "deadlineAction",
    message:
      "In gated mode the clock never sends: choose to drop the draft, or the scripted words, which wait in turn.",
  },
  deadline_not_positive: { field: "reviewDeadlineMinutes", message: "Give people some time to review." },
  share_out_of_range: { field: "demotion", message: "Give shares between 0 and 100%." },
};

/** Refuses a policy that contradicts itself as a whole, whichever part of it was changed. */
export function refuseFaults(policy: Policy): void {
  const { oversightMode: tenantMode, reviewDeadlineMinutes: deadlineMinutes, deadlineAction } = policy;
  const { samplePercent, demotion } = policy;
  const [fault] = policyFaultsOf({ tenantMode, deadlineMinutes, deadlineAction, samplePercent, demotion });
  if (fault) throw new AppError("invalid", said[fault].message, said[fault].field);
  const shut = timingFaultOf(policy);
  if (shut) throw new AppError("invalid", shut.message, shut.field);
}
