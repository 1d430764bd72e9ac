"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Menu, MenuContent, MenuEntry, MenuLabel, MenuTrigger } from "../ui/menu.tsx";

export type ShownFault = { key: string; stepId: string; where: string; what: string };

/** What keeps the sequence from being published; each leads to its place. */
export function FaultList({ faults, onGo }: { faults: ShownFault[]; onGo: (stepId: string) => void }) {
  if (faults.length === 0)
    return (
      <span className="flex items-center gap-1.5 px-1 text-good text-sm">
        <CircleCheck aria-hidden className="size-4" />
        Ready
      </span>
    );
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button className="text-bad">
          <CircleAlert aria-hidden />
          {faults.length === 1 ? "1 problem" : `${faults.length} problems`}
        </Button>
      </MenuTrigger>
      <MenuContent className="max-h-96 w-80 overflow-y-auto">
        <MenuLabel>To be put right before it can be published</MenuLabel>
        {faults.map(({ key, stepId, where, what }) => (
          <MenuEntry key={key} onSelect={() => onGo(stepId)}>
            <span className="grid">
              <span className="font-medium">{where}</span>
              <span className="text-ink-soft text-xs">{what}</span>
            </span>
          </MenuEntry>
        ))}
      </MenuContent>
    </Menu>
  );
}
