"use client";

import { type ReportRhythm, reportRhythms } from "#domain/report-rhythm.ts";
import { Choices } from "../ui/choices.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";

const labels: Record<ReportRhythm, string> = { off: "No report", weekly: "Each week", monthly: "Each month" };
const hints: Record<ReportRhythm, string> = {
  off: "You look at the results yourself.",
  weekly: "On Monday at eight, of Monday to Sunday.",
  monthly: "On the first at eight, of the month before.",
};

/** How often a member is mailed what was won back; saved at once. */
export function ReportForm(props: { rhythm: ReportRhythm; zone: string; onChoose: (rhythm: ReportRhythm) => void }) {
  return (
    <Panel>
      <PanelHeader
        title="Report by mail"
        description={`What was won back, with its charts as pictures and the experiments that run. Days and hours are those of ${props.zone}.`}
      />
      <PanelBody>
        <Choices
          label="Report by mail"
          columns={3}
          choices={reportRhythms.map((value) => ({ value, label: labels[value], hint: hints[value] }))}
          value={props.rhythm}
          onChange={props.onChoose}
        />
      </PanelBody>
    </Panel>
  );
}
