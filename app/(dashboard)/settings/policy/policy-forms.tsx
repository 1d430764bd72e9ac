"use client";

import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { HoldoutNote, type HoldoutShare } from "#components/policy/holdout-note.tsx";
import { OversightForm } from "#components/policy/oversight-form.tsx";
import type { PolicyValues } from "#components/policy/policy-values.ts";
import { SendingForm } from "#components/policy/sending-form.tsx";

export function PolicyForms(props: { policy: PolicyValues; shares: HoldoutShare[]; mayChange: boolean }) {
  const send = (change: Partial<PolicyValues>) => writeJson("PATCH", "/api/policy", change);
  const oversight = useWrite({ send, said: "Saved. It holds for drafts written from now on." });
  const sending = useWrite({ send, said: "Saved" });
  const { oversightMode, reviewDeadlineMinutes, deadlineAction, ...rest } = props.policy;
  return (
    <>
      <OversightForm
        policy={{ oversightMode, reviewDeadlineMinutes, deadlineAction }}
        mayChange={props.mayChange}
        busy={oversight.busy}
        complaint={oversight.complaint}
        onSave={oversight.write}
      />
      <SendingForm
        policy={rest}
        holdout={<HoldoutNote shares={props.shares} />}
        mayChange={props.mayChange}
        busy={sending.busy}
        complaint={sending.complaint}
        onSave={sending.write}
      />
    </>
  );
}
