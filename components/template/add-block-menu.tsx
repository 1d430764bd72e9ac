"use client";

import { Plus } from "lucide-react";
import { columnKinds, type Side } from "#domain/template-document/edit.ts";
import type { BlockKind } from "#domain/template-document/schema.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuContent, MenuEntry, MenuLabel, MenuTrigger } from "../ui/menu.tsx";
import { blockGroups, blockHints, blockLabels } from "./block-labels.ts";
import { blockIcons } from "./block-look.ts";
import { useEditing } from "./editing.tsx";

type Props = { place: number } | { inside: { id: string; side: Side } };

/** Puts a block in, at a place of the list or into a column. */
export function AddBlockMenu(props: Props) {
  const { acts, document } = useEditing();
  const once = document.blocks.some(({ kind }) => kind === "lines");
  const inColumn = "inside" in props;
  const offered = (kind: BlockKind) =>
    (kind !== "lines" || !once) && (!inColumn || columnKinds.some((known) => known === kind));
  const add = (kind: BlockKind) => {
    if (!inColumn) return acts.insert(kind, props.place);
    const known = columnKinds.find((one) => one === kind);
    if (known) acts.insertInside(known, props.inside);
  };
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size={inColumn ? "sm" : "md"} variant={inColumn ? "ghost" : "secondary"} className="justify-self-start">
          <Plus aria-hidden />
          Add a block
        </Button>
      </MenuTrigger>
      <MenuContent align="start" className="max-h-[min(32rem,80dvh)] w-72 overflow-y-auto">
        {blockGroups.map(({ label, kinds }) => {
          const some = kinds.filter(offered);
          return some.length === 0 ? null : (
            <div key={label}>
              <MenuLabel className="pb-0.5">{label}</MenuLabel>
              {some.map((kind) => (
                <KindEntry key={kind} kind={kind} onSelect={() => add(kind)} />
              ))}
            </div>
          );
        })}
      </MenuContent>
    </Menu>
  );
}

function KindEntry({ kind, onSelect }: { kind: BlockKind; onSelect: () => void }) {
  const Icon = blockIcons[kind];
  return (
    <MenuEntry onSelect={onSelect} textValue={blockLabels[kind]} aria-label={blockLabels[kind]}>
      <Icon aria-hidden />
      <span className="grid leading-4.5">
        <span className="font-medium">{blockLabels[kind]}</span>
        <span className="text-ink-faint text-xs">{blockHints[kind]}</span>
      </span>
    </MenuEntry>
  );
}
