"use client";

import { useState } from "react";
import { mostDryRunDays } from "#domain/dry-run.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Panel, PanelBody } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { formatTime } from "../ui/time.tsx";

export type RunWish = { versionId: string | null; from: string; to: string };

const spans = [7, 30, 60, 90] as const;
const dayMs = 86_400_000;

type Props = {
  versions: { id: string; number: number }[];
  now: string;
  zone: string;
  busy: boolean;
  onRun: (wish: RunWish) => void;
};

/** What is walked, and over which days: whole spans that end now or some days ago. */
export function RunForm({ versions, now, zone, busy, onRun }: Props) {
  const [version, setVersion] = useState("");
  const [days, setDays] = useState(30);
  const [ago, setAgo] = useState(0);
  const to = new Date(Date.parse(now) - ago * dayMs);
  const from = new Date(to.getTime() - days * dayMs);
  return (
    <Panel>
      <PanelBody>
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            onRun({ versionId: version || null, from: from.toISOString(), to: to.toISOString() });
          }}
        >
          <Field label="What">
            <Select value={version} onChange={(event) => setVersion(event.target.value)}>
              <option value="">The draft</option>
              {versions.map(({ id, number }) => (
                <option key={id} value={id}>
                  Version {number}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Days">
            <Select value={String(days)} onChange={(event) => setDays(Number(event.target.value))}>
              {spans
                .filter((span) => span <= mostDryRunDays)
                .map((span) => (
                  <option key={span} value={span}>
                    {span} days
                  </option>
                ))}
            </Select>
          </Field>
          <Field label="Until">
            <Select value={String(ago)} onChange={(event) => setAgo(Number(event.target.value))}>
              <option value="0">Now</option>
              {[7, 30, 60].map((past) => (
                <option key={past} value={past}>
                  {past} days ago
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" variant="primary" busy={busy}>
            Start the dry run
          </Button>
          <p className="tabular pb-1.5 text-ink-faint text-xs">
            {formatTime(from, zone, "date")} to {formatTime(to, zone, "date")}
          </p>
        </form>
      </PanelBody>
    </Panel>
  );
}
