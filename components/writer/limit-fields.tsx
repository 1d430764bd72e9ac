"use client";

import { complaintOn } from "../ui/complaint.ts";
import { NumberField } from "../ui/number-field.tsx";
import { OptionalNumber } from "./optional-number.tsx";
import type { WriterPart } from "./writer-values.ts";

export function LimitFields({ values, set, complaint }: WriterPart) {
  return (
    <>
      <OptionalNumber
        label="Tokens a month"
        unit="tokens"
        hint="A hard stop: then the scripted writer writes until the month ends. Empty: none."
        value={values.monthlyTokens}
        onChange={(monthlyTokens) => set({ monthlyTokens })}
        error={complaintOn(complaint, "monthlyTokens")}
      />
      <NumberField
        label="At once"
        unit="requests"
        min={1}
        max={50}
        value={values.concurrency}
        onChange={(concurrency) => set({ concurrency })}
        error={complaintOn(complaint, "concurrency")}
      />
      <NumberField
        label="A minute"
        unit="requests"
        min={1}
        max={10_000}
        value={values.requestsPerMinute}
        onChange={(requestsPerMinute) => set({ requestsPerMinute })}
        error={complaintOn(complaint, "requestsPerMinute")}
      />
    </>
  );
}
