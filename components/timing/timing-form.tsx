"use client";

import { type FormEvent, useState } from "react";
import { type Channel, channels } from "#domain/sequence-graph.ts";
import type { TimingPolicy } from "#domain/timing/timing-policy.ts";
import { channelLabels } from "../sequence/graph-labels.ts";
import { Button } from "../ui/button.tsx";
import { type Complaint, complaintOn } from "../ui/complaint.ts";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Switch } from "../ui/switch.tsx";
import { CapList } from "./cap-list.tsx";
import { LeavePreview } from "./leave-preview.tsx";
import { BestHourFields, SiteFields } from "./pressure-fields.tsx";
import { usualRules, WeekFields } from "./week-fields.tsx";

/** When messages may leave, how many are too many, and what a message due now would do under the rules as they are typed. */
export function TimingForm(props: {
  policy: TimingPolicy;
  now: string;
  zone: string;
  mayChange: boolean;
  busy: boolean;
  complaint: Complaint | null;
  onSave: (values: TimingPolicy) => void;
}) {
  const [values, setValues] = useState(props.policy);
  const [channel, setChannel] = useState<Channel>("email");
  const set = (change: Partial<TimingPolicy>) => setValues({ ...values, ...change });
  const rules = values.sendRules[channel];
  const setRules = (one: typeof rules) => set({ sendRules: { ...values.sendRules, [channel]: one } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave(values);
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <Panel>
        <PanelHeader title="Send window" description="When messages may leave. What comes due outside of it waits." />
        <PanelBody>
          <fieldset disabled={!props.mayChange} className="grid gap-5">
            <div className="flex flex-wrap items-center gap-3">
              <Segmented
                label="Channel"
                value={channel}
                onChange={setChannel}
                options={channels.map((value) => ({ value, label: channelLabels[value] }))}
              />
              <Button
                size="sm"
                onClick={() => set({ sendRules: { email: rules, sms: rules, push: rules, whatsapp: rules } })}
              >
                Use for all channels
              </Button>
            </div>
            <Switch
              label={`${channelLabels[channel]} only at certain hours`}
              hint="Off: at any hour of any day."
              checked={rules !== null}
              onCheckedChange={(on) => setRules(on ? usualRules : null)}
            />
            {rules ? <WeekFields value={rules} onChange={setRules} /> : null}
          </fieldset>
        </PanelBody>
      </Panel>
      <Panel>
        <PanelHeader title="Pressure" description="How much one person is written to, and when they are left alone." />
        <PanelBody>
          <fieldset disabled={!props.mayChange} className="grid gap-6">
            <CapList
              caps={values.frequencyCaps}
              error={complaintOn(props.complaint, "frequencyCaps")}
              onChange={(frequencyCaps) => set({ frequencyCaps })}
            />
            <SiteFields value={values.backOnSite} onChange={(backOnSite) => set({ backOnSite })} />
            <BestHourFields value={values.bestHour} onChange={(bestHour) => set({ bestHour })} />
          </fieldset>
        </PanelBody>
      </Panel>
      <Panel>
        <PanelHeader title="Try it" description="By the rules above as they stand now, saved or not." />
        <PanelBody>
          <LeavePreview policy={values} channel={channel} now={props.now} zone={props.zone} />
        </PanelBody>
        {props.mayChange ? (
          <PanelFooter>
            {props.complaint ? <Notice tone="bad">{props.complaint.message}</Notice> : null}
            <Button type="submit" variant="primary" busy={props.busy}>
              Save timing
            </Button>
          </PanelFooter>
        ) : null}
      </Panel>
    </form>
  );
}
