"use client";

import { ClipboardPaste, Plus } from "lucide-react";
import type { Slot } from "#domain/sequence/edit.ts";
import type { GraphStepKind } from "#domain/sequence-graph.ts";
import { cn } from "../ui/cn.ts";
import { Menu, MenuContent, MenuEntry, MenuLabel, MenuLine, MenuTrigger } from "../ui/menu.tsx";
import { endId } from "./canvas/layout.ts";
import { kindHints, kindLabels } from "./graph-labels.ts";
import { sameSlot, useBuilder } from "./step-acts.tsx";
import { stepLooks } from "./step-look.ts";

const offered: { label: string; kinds: GraphStepKind[] }[] = [
  { label: "Speak", kinds: ["message"] },
  { label: "Let time pass", kinds: ["wait", "wait_until", "wait_for_event"] },
  { label: "Part the ways", kinds: ["split", "experiment"] },
  { label: "Do something else", kinds: ["tag", "notify", "webhook", "end"] },
];

/** A plus that puts a step into a place. `large` where a branch ends. */
export function SlotMenu({ slot, name, large = false }: { slot: Slot; name: string; large?: boolean }) {
  const { acts, shown } = useBuilder();
  return (
    <Menu
      open={sameSlot(shown.offered, slot)}
      onOpenChange={(open) => {
        if (open || sameSlot(shown.offered, slot)) acts.offer(open ? slot : null);
      }}
    >
      <MenuTrigger
        aria-label={name}
        data-step={large ? endId(slot) : undefined}
        className={cn(
          "nodrag nopan relative grid place-items-center rounded-full border bg-surface text-ink-faint shadow-panel transition-[color,border-color,scale] after:absolute after:-inset-2 hover:scale-110 hover:border-accent hover:text-accent data-[state=open]:border-accent data-[state=open]:bg-accent data-[state=open]:text-on-accent [&_svg]:size-3.5",
          large ? "size-7 border-line-strong border-dashed" : "size-5.5 border-line-strong",
        )}
      >
        <Plus aria-hidden />
      </MenuTrigger>
      <MenuContent align="center" className="max-h-[min(30rem,80dvh)] w-72 overflow-y-auto">
        {shown.mayPaste ? (
          <>
            <MenuEntry onSelect={() => acts.paste(slot)}>
              <ClipboardPaste aria-hidden />
              Paste the copied steps
            </MenuEntry>
            <MenuLine />
          </>
        ) : null}
        {offered.map(({ label, kinds }) => (
          <div key={label}>
            <MenuLabel className="pb-0.5">{label}</MenuLabel>
            {kinds.map((kind) => (
              <KindEntry key={kind} kind={kind} onSelect={() => acts.insert(slot, kind)} />
            ))}
          </div>
        ))}
      </MenuContent>
    </Menu>
  );
}

function KindEntry({ kind, onSelect }: { kind: GraphStepKind; onSelect: () => void }) {
  const { icon: Icon, tile } = stepLooks[kind];
  return (
    <MenuEntry onSelect={onSelect} textValue={kindLabels[kind]} aria-label={kindLabels[kind]}>
      <span className={cn("grid size-6.5 shrink-0 place-items-center rounded-md [&_svg]:text-current", tile)}>
        <Icon aria-hidden />
      </span>
      <span className="grid leading-4.5">
        <span className="font-medium">{kindLabels[kind]}</span>
        <span className="text-ink-faint text-xs">{kindHints[kind]}</span>
      </span>
    </MenuEntry>
  );
}
