import type { CartWalk } from "#domain/sequence/cart-walk.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import { closeLabels } from "../cart/labels.ts";
import { branchLabel } from "../dry-run/branch-label.ts";
import { stepLooks } from "../sequence/step-look.ts";
import { conditionText, type Names, wordsOf } from "../sequence/step-words.ts";
import { TextLink } from "../ui/link.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import { walkedLabels } from "./labels.ts";

type Props = { walk: CartWalk; names: Names; zone: string; cartId: string };

/** The way that a cart really took through a sequence: each step with what came of it, and where it stands. */
export function CartWalkPanel({ walk, names, zone, cartId }: Props) {
  const tryIt = `/sequences/${walk.sequenceId}/try?${new URLSearchParams({ version: walk.versionId, cart: cartId, real: "1" })}`;
  return (
    <Panel className="pb-3">
      <PanelHeader
        title={
          <>
            Way through <TextLink href={`/sequences/${walk.sequenceId}`}>{walk.sequence}</TextLink>, version{" "}
            {walk.version}
          </>
        }
        actions={<TextLink href={tryIt}>See it on the sequence</TextLink>}
        className="border-b"
      />
      {walk.steps.length === 0 && walk.standsAt === null ? (
        <PanelBody className="text-ink-faint text-sm">No step was taken.</PanelBody>
      ) : null}
      <ol aria-label={`Steps in ${walk.sequence}`} className="grid pt-2">
        {walk.steps.map((step) => (
          <Step key={step.ordinal} walk={walk} names={names} stepId={step.stepId} reason={reasonOf(walk, step)}>
            <Time at={step.at} zone={zone} className="tabular text-ink-faint text-xs" />
          </Step>
        ))}
        {walk.closedAt === null && walk.standsAt ? (
          <Step walk={walk} names={names} stepId={walk.standsAt} reason="Stands here" strong>
            {walk.until ? (
              <span className="tabular text-ink-faint text-xs">
                until <Time at={walk.until} zone={zone} />
              </span>
            ) : null}
          </Step>
        ) : null}
      </ol>
      {walk.closedAt && walk.closeReason ? (
        <p className="px-4 pt-2 text-ink-soft text-sm">
          Ended <Time at={walk.closedAt} zone={zone} />: {closeLabels[walk.closeReason]}.
        </p>
      ) : null}
    </Panel>
  );
}

type StepProps = {
  walk: CartWalk;
  names: Names;
  stepId: string | null;
  reason: string;
  strong?: boolean;
  children: React.ReactNode;
};

function Step({ walk, names, stepId, reason, strong = false, children }: StepProps) {
  const step = stepOf(walk.graph, stepId);
  const Icon = step ? stepLooks[step.kind].icon : null;
  return (
    <li aria-current={strong ? "step" : undefined} className="flex gap-3 px-4 py-1.5 text-sm">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full border text-ink-faint [&_svg]:size-3"
      >
        {Icon ? <Icon /> : null}
      </span>
      <span className="grid min-w-0 flex-1">
        <span className={strong ? "font-semibold text-ink" : "text-ink"}>
          {step ? wordsOf(step, walk.graph, names).title : titleWithout(stepId)}
        </span>
        <span className="text-ink-faint text-xs [overflow-wrap:anywhere]">{reason}</span>
      </span>
      {children}
    </li>
  );
}

/** What a walk has passed that its version does not have: it was moved there since. */
const titleWithout = (stepId: string | null) => (stepId === null ? "The end" : "A step of an earlier version");

/** What came of a step, with its reason where one decided. */
function reasonOf({ graph }: CartWalk, { stepId, kind, outcome }: CartWalk["steps"][number]): string {
  const label = walkedLabels[kind];
  const step = stepOf(graph, stepId);
  if (kind === "split" && step?.kind === "split") {
    const asked = step.when ? conditionText(step.when, graph) : "";
    const [branch = "", unknown] = (outcome ?? "").split(", ");
    return unknown ? `Took “no”, as it cannot be known: ${asked}` : `Took “${branchLabel(branch)}”: ${asked}`;
  }
  if (kind === "experiment") return `${label}: ${outcome}`;
  if (kind === "called") return outcome === "ok" ? label : `${label}: ${(outcome ?? "").replaceAll("_", " ")}`;
  if (kind === "tagged")
    return (outcome ?? "").startsWith("remove ") ? `Took away “${outcome?.slice(7)}”` : `Set “${outcome?.slice(4)}”`;
  if (kind === "not_resent")
    return outcome === "opened" ? `${label}: the first was opened` : `${label}: the first was not sent`;
  return label;
}
