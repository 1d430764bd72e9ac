"use client";

import { UserRound } from "lucide-react";
import type { Person } from "#domain/draft-queue.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuContent, MenuLabel, MenuRadio, MenuRadioGroup, MenuTrigger } from "../ui/menu.tsx";
import { Initials } from "./queue-row.tsx";

type Props = { assignee: Person | null; members: Person[]; onAssign: (memberId: string | null) => void };

/** Who has taken a draft, and the way to give it to somebody. */
export function AssignMenu({ assignee, members, onAssign }: Props) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={assignee ? `Taken by ${assignee.name}` : "Assign"}>
          {assignee ? <Initials name={assignee.name} /> : <UserRound />}
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>Taken by</MenuLabel>
        <MenuRadioGroup value={assignee?.id ?? ""} onValueChange={(id) => onAssign(id || null)}>
          <MenuRadio value="">Nobody</MenuRadio>
          {members.map(({ id, name }) => (
            <MenuRadio key={id} value={id}>
              {name}
            </MenuRadio>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
