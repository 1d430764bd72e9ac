"use client";

import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { TimingForm } from "#components/timing/timing-form.tsx";
import type { TimingPolicy } from "#domain/timing/timing-policy.ts";

export function TimingPage(props: { policy: TimingPolicy; zone: string; now: string; mayChange: boolean }) {
  const { write, busy, complaint } = useWrite({
    send: (change: TimingPolicy) => writeJson("PATCH", "/api/policy", change),
    said: "Saved. It holds for everything that has not left yet.",
  });
  return <TimingForm {...props} {...{ busy, complaint }} onSave={write} />;
}
