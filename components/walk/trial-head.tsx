import type { Trial } from "#domain/sequence/trial.ts";
import { refusalLabels } from "../dry-run/labels.ts";
import { Badge } from "../ui/badge.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Panel, PanelBody } from "../ui/panel.tsx";
import { formatTime } from "../ui/time.tsx";

const armReasons: Record<Trial["arm"]["from"], string> = {
  assigned: "they have it already, and keep it",
  drawn: "drawn by a hash of the address",
  everybody: "no experiment runs on this sequence",
};

/** Whether the cart enters, in which arm, and how much comes of it. */
export function TrialHead({ trial }: { trial: Trial }) {
  const { arm, refusal, sends, startedAt, timeZone } = trial;
  return (
    <Panel aria-label="Outcome">
      <PanelBody>
        <Facts>
          <Fact name="Enters">
            {refusal ? (
              <>
                <Badge tone="warn">No</Badge> {refusalLabels[refusal]}
              </>
            ) : (
              <Badge tone="good">Yes</Badge>
            )}
          </Fact>
          <Fact name="Abandoned">{formatTime(startedAt, timeZone, "full")}</Fact>
          {refusal ? null : (
            <>
              <Fact name="Arm">
                {arm.from === "everybody" ? "Everybody" : arm.name}
                {arm.kind === "holdout" ? ", is sent nothing" : ""}: {armReasons[arm.from]}
              </Fact>
              <Fact name="Messages">{sends.length === 0 ? "None" : sends.length}</Fact>
            </>
          )}
        </Facts>
      </PanelBody>
    </Panel>
  );
}
