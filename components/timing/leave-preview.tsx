"use client";

import { useState } from "react";
import type { Channel } from "#domain/sequence-graph.ts";
import { type Leave, leaveAt } from "#domain/timing/leave-at.ts";
import { type TimingPolicy, timingOf } from "#domain/timing/timing-policy.ts";
import { waitLabels } from "../cart/labels.ts";
import { ZoneSelect } from "../member/locale-fields.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { formatTime } from "../ui/time.tsx";

const nobody = { own: [], cohort: [] };
const hourMs = 3_600_000;
const lastMessages = { "": "None lately", 1: "1 hour ago", 6: "6 hours ago", 30: "30 hours ago" };

/** When a message that is due now would leave for somebody elsewhere, by the rules as they stand in the form. */
export function LeavePreview(props: { policy: TimingPolicy; channel: Channel; now: string; zone: string }) {
  const [timeZone, setTimeZone] = useState("Asia/Tokyo");
  const [messageAgo, setMessageAgo] = useState("");
  const [onSite, setOnSite] = useState(false);
  const now = new Date(props.now);
  const due = {
    ...{ channel: props.channel, dueAt: now, timeZone, hours: nobody },
    sentAt: messageAgo === "" ? [] : [new Date(now.getTime() - Number(messageAgo) * hourMs)],
    lastSeenAt: onSite ? new Date(now.getTime() - 5 * 60_000) : null,
  };
  const leave = leaveAt(timingOf(props.policy, due), now);
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Somebody in">
          <ZoneSelect value={timeZone} onChange={setTimeZone} />
        </Field>
        <Field label="Their last message">
          <Select value={messageAgo} onChange={(event) => setMessageAgo(event.target.value)}>
            {Object.entries(lastMessages).map(([hours, label]) => (
              <option key={hours} value={hours}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Checkbox
        label="Was in the shop five minutes ago"
        checked={onSite}
        onChange={(event) => setOnSite(event.target.checked)}
      />
      <p aria-live="polite" className="text-sm">
        A message due now for somebody in {placeOf(timeZone)}{" "}
        <strong className="font-semibold">{leaveText(leave, now, timeZone)}</strong>
        {leave?.reason ? (
          <span className="block text-ink-soft">
            {waitLabels[leave.reason]}. That is {formatTime(leave.at, props.zone, "full")} here.
          </span>
        ) : null}
      </p>
    </div>
  );
}

const placeOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

function leaveText(leave: Leave | null, now: Date, zone: string): string {
  if (!leave) return "would never leave.";
  return leave.at <= now ? "would leave at once." : `would leave ${formatTime(leave.at, zone, "full")}.`;
}
