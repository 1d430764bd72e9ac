"use client";

import { Plus } from "lucide-react";
import { evenShares, withShare } from "#domain/experiment/shares.ts";
import { type Arm, baselineOf } from "#domain/experiment.ts";
import type { TriableSequence } from "#domain/experiment-view.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Switch } from "../../ui/switch.tsx";
import { ArmCard } from "./arm-card.tsx";
import type { SetupChoices } from "./choices.ts";
import type { FaultAt } from "./fault-at.ts";

const mostArms = 8;
const firstHoldout = 10;

type Props = {
  arms: Arm[];
  onChange: (arms: Arm[]) => void;
  sequence: TriableSequence | undefined;
  choices: SetupChoices;
  faultAt: FaultAt;
};

/** The arms, their shares, and whether a part of the contacts is sent nothing. */
export function ArmsPanel({ arms, onChange, ...rest }: Props) {
  const baseline = baselineOf(arms);
  const held = arms.some((arm) => arm.kind === "holdout");
  const replace = (place: number) => (arm: Arm) => onChange(arms.map((one, index) => (index === place ? arm : one)));
  const remove = (place: number) => () => onChange(filled(arms.filter((_, index) => index !== place)));
  const add = () => {
    const fresh: Arm = { name: freeName(arms), kind: "variant", share: 0, change: null };
    const variants = arms.filter((arm) => arm.kind === "variant");
    onChange(evenShares([...variants, fresh, ...arms.filter((arm) => arm.kind === "holdout")]));
  };
  const hold = (wanted: boolean) => {
    const variants = arms.filter((arm) => arm.kind === "variant");
    if (!wanted) return onChange(filled(variants));
    const holdout: Arm = { name: "Holdout", kind: "holdout", share: 0, change: null };
    onChange(withShare([...variants, holdout], variants.length, firstHoldout));
  };
  return (
    <Panel>
      <PanelHeader
        title="Arms"
        description="Contacts are divided by chance and keep their arm, also for later carts."
        actions={
          <Button size="sm" onClick={() => onChange(evenShares(arms))}>
            Even shares
          </Button>
        }
      />
      <PanelBody className="grid gap-4">
        {rest.faultAt("arms") ? (
          <p role="alert" className="text-bad text-sm">
            {rest.faultAt("arms")}
          </p>
        ) : null}
        {arms.map((arm, place) => (
          <ArmCard
            // biome-ignore lint/suspicious/noArrayIndexKey: an arm's place is what names it while its name is being typed
            key={place}
            {...{ arm, place, ...rest }}
            isBaseline={arm === baseline}
            onChange={replace(place)}
            onShare={(share) => onChange(withShare(arms, place, share))}
            onRemove={arm.kind === "variant" && arms.length > 2 ? remove(place) : null}
          />
        ))}
        <div className="flex flex-wrap items-start justify-between gap-4">
          <Button disabled={arms.length >= mostArms} onClick={add}>
            <Plus aria-hidden />
            Add an arm
          </Button>
          <Switch
            label="Keep a holdout"
            hint="A part is sent nothing, and shows what comes back by itself."
            checked={held}
            onCheckedChange={hold}
          />
        </div>
        <HoldoutHint held={held} others={rest.choices.heldBack.filter((one) => one.sequenceId === rest.sequence?.id)} />
      </PanelBody>
    </Panel>
  );
}

/** What a setup without a holdout cannot tell, and what another experiment's holdout on the same sequence does to this one. */
function HoldoutHint({ held, others }: { held: boolean; others: SetupChoices["heldBack"] }) {
  if (held && others.length === 0) return null;
  return (
    <Notice>
      {others.map(({ experiment, percent }) => (
        <p key={experiment}>
          “{experiment}” already holds back {percent}% of this sequence's contacts. They are spread evenly over the arms
          here and are sent nothing, so every arm stands a little lower, and the comparison stays fair.
          {held ? " A second holdout sends still fewer messages: one is enough to show incremental revenue." : ""}
        </p>
      ))}
      {held || others.length > 0 ? null : (
        <p>
          Without a holdout this tells which arm is better, and not what any of them brings: in every arm there are
          contacts who would have come back by themselves.
        </p>
      )}
    </Notice>
  );
}

/** The same arms with what is missing to 100 given to the first of them in proportion. */
function filled(arms: Arm[]): Arm[] {
  const last = arms.at(-1);
  if (!last) return arms;
  if (last.kind === "holdout") return withShare(arms, arms.length - 1, last.share);
  return withShare(arms, arms.length - 1, arms.length === 1 ? 100 : last.share);
}

function freeName(arms: Arm[]): string {
  const letters = [..."BCDEFGHIJ"].filter((letter) => !arms.some((arm) => arm.name === letter));
  return letters[0] ?? `Arm ${arms.length + 1}`;
}
