"use client";

import { CornerDownRight, Zap } from "lucide-react";
import { useMemo } from "react";
import { type Block, type Branch, blocksOf } from "#domain/sequence/blocks.ts";
import { stepOf } from "#domain/sequence/edit.ts";
import { countText } from "../../result/chart-parts.tsx";
import { cn } from "../../ui/cn.ts";
import type { Figures } from "../canvas/drawing.ts";
import { triggerId } from "../canvas/layout.ts";
import { figureWords } from "../figure-words.ts";
import { SlotMenu } from "../slot-menu.tsx";
import { standingLooks, standingOf, useBuilder } from "../step-acts.tsx";
import { CardFace } from "../step-card-face.tsx";
import { stepLooks } from "../step-look.ts";
import { branchNames, triggerText, wordsOf } from "../step-words.ts";

/** The same sequence as nested lists: what a small screen shows, and what is read aloud. */
export function SequenceOutline({ figures }: { figures: Figures }) {
  const { acts, shown } = useBuilder();
  const { main, apart } = useMemo(() => blocksOf(shown.graph), [shown.graph]);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-2 p-4">
      <button
        type="button"
        data-step={triggerId}
        aria-pressed={shown.selected === triggerId}
        onClick={() => acts.select(triggerId)}
        className={cn(line, shown.selected === triggerId && chosen)}
      >
        <CardFace
          icon={Zap}
          tile="bg-ink text-canvas"
          title={triggerText(shown.graph.trigger)}
          detail={figures.entered === null ? "The sequence begins" : `${countText(figures.entered)} entered`}
          faults={shown.faults.get(triggerId)?.length ?? 0}
        />
      </button>
      <Ways branch={main} figures={figures} name={null} />
      {apart.length > 0 ? (
        <section className="mt-4 grid gap-2">
          <h3 className="font-semibold text-bad text-sm">Nothing leads here</h3>
          {apart.map((block) => (
            <ol key={block.step.id} className="grid gap-2">
              <Lines block={block} figures={figures} />
            </ol>
          ))}
        </section>
      ) : null}
    </div>
  );
}

const line =
  "flex min-h-16 w-full items-center rounded-xl border bg-surface px-3 py-2 shadow-panel transition-colors hover:border-ink-faint/60";
const chosen = "border-accent ring-2 ring-accent/25";

function Ways({ branch, figures, name }: { branch: Branch; figures: Figures; name: string | null }) {
  return (
    <ol aria-label={name ?? "Steps"} className="grid gap-2">
      {branch.block ? (
        <Lines block={branch.block} figures={figures} leads={branch} />
      ) : (
        <Ending branch={branch} name={name} />
      )}
    </ol>
  );
}

/** A chain of steps as lines of one list; a step that parts the ways holds a list for each. */
function Lines({ block, figures, leads }: { block: Block; figures: Figures; leads?: Branch }) {
  const { shown } = useBuilder();
  const names = branchNames(block.step);
  const [only] = block.branches;
  const single = block.branches.length === 1 && only ? only : null;
  return (
    <>
      {leads && !shown.readOnly ? <Between branch={leads} /> : null}
      <li className="grid gap-2">
        <Line block={block} figures={figures} />
        {single ? null : (
          <div className="ml-4 grid gap-3 border-l-2 pl-4">
            {block.branches.map((branch, place) => (
              <section key={branch.slot.branch} className="grid gap-2">
                <h3 className="font-semibold text-ink-soft text-xs">{names[place]}</h3>
                <Ways branch={branch} figures={figures} name={names[place] ?? null} />
              </section>
            ))}
          </div>
        )}
      </li>
      {single?.block ? <Lines block={single.block} figures={figures} leads={single} /> : null}
      {single && !single.block ? <Ending branch={single} name={null} /> : null}
      {block.after.map((after) => (
        <Lines key={after.step.id} block={after} figures={figures} />
      ))}
    </>
  );
}

function Line({ block: { step }, figures }: { block: Block; figures: Figures }) {
  const { acts, shown } = useBuilder();
  const words = wordsOf(step, shown.graph, shown.names);
  const faults = shown.faults.get(step.id) ?? [];
  const standing = standingOf(shown, step.id);
  const its = figures.steps.get(step.id);
  const told = its
    ? figureWords(its)
        .map(({ label, text }) => `${text} ${label.toLowerCase()}`)
        .slice(0, 3)
    : [];
  return (
    <button
      type="button"
      data-step={step.id}
      aria-pressed={shown.selected === step.id}
      onClick={() => acts.select(step.id)}
      className={cn(
        line,
        standing && standingLooks[standing],
        faults.length > 0 && "border-bad/70",
        shown.selected === step.id && chosen,
      )}
    >
      <CardFace
        {...stepLooks[step.kind]}
        {...words}
        faults={faults.length}
        footer={
          faults[0] ? (
            <span className="text-bad text-xs">{faults[0]}</span>
          ) : told.length > 0 ? (
            <span className="tabular text-ink-soft text-xs">{told.join(" · ")}</span>
          ) : null
        }
      />
    </button>
  );
}

function Between({ branch }: { branch: Branch }) {
  return (
    <li className="grid justify-items-center">
      <SlotMenu slot={branch.slot} name="Insert a step here" />
    </li>
  );
}

function Ending({ branch, name }: { branch: Branch; name: string | null }) {
  const { shown } = useBuilder();
  const goesOn = branch.to === null ? undefined : stepOf(shown.graph, branch.to);
  const add = name ? `Add a step to “${name}”` : "Add a step here";
  return (
    <li className="flex min-h-8 items-center gap-2 text-ink-faint text-sm">
      {shown.readOnly ? null : <SlotMenu slot={branch.slot} large name={add} />}
      {goesOn ? (
        <span className="flex items-center gap-1.5">
          <CornerDownRight aria-hidden className="size-4" />
          Goes on at “{wordsOf(goesOn, shown.graph, shown.names).title}”
        </span>
      ) : (
        "It ends here"
      )}
    </li>
  );
}
