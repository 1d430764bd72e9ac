"use client";

import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { mayManage, type Role, roles } from "#domain/member.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "../ui/menu.tsx";
import { Select } from "../ui/select.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { roleLabels } from "./labels.ts";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";

type Instant = Date | string;

export type MemberView = {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Instant;
  lastSignInAt: Instant | null;
};

type Actions = {
  onRole: (id: string, role: Role) => void;
  onRemove: (id: string) => Promise<unknown>;
  onInvite: (id: string) => void;
};

export function MemberTable(props: {
  members: MemberView[];
  you: { id: string; role: Role };
  now: Instant;
  zone: string;
  actions: Actions;
}) {
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const { you, actions } = props;
  return (
    <>
      <Table label="Members">
        <TableHead>
          <HeadCell>Name</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>Last sign-in</HeadCell>
          <HeadCell>
            <span className="sr-only">Actions</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {props.members.map((member) => (
            <Row key={member.id}>
              <Cell>
                <div className="font-medium">
                  {member.name}
                  {member.id === you.id ? <span className="font-normal text-ink-faint"> (you)</span> : null}
                </div>
                <div className="text-ink-faint text-xs">{member.email}</div>
              </Cell>
              <Cell>
                <RoleChoice member={member} you={you} onRole={actions.onRole} />
              </Cell>
              <Cell>
                {member.lastSignInAt ? (
                  <RelativeTime at={member.lastSignInAt} now={props.now} zone={props.zone} />
                ) : (
                  <Badge tone="warn">Invited</Badge>
                )}
              </Cell>
              <Cell className="text-right">
                {mayManage(you.role, { held: member.role }) && member.id !== you.id ? (
                  <MemberActions member={member} onLeave={() => setLeaving(member)} onInvite={actions.onInvite} />
                ) : null}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {leaving ? (
        <RemoveMemberDialog member={leaving} onClose={() => setLeaving(null)} onRemove={actions.onRemove} />
      ) : null}
    </>
  );
}

function RoleChoice(props: { member: MemberView; you: { id: string; role: Role }; onRole: Actions["onRole"] }) {
  const { member, you } = props;
  if (!mayManage(you.role, { held: member.role }) || member.id === you.id)
    return <span className="px-2.5">{roleLabels[member.role]}</span>;
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      className="w-32"
      value={member.role}
      onChange={(event) => {
        const role = roles.find((one) => one === event.target.value);
        if (role) props.onRole(member.id, role);
      }}
    >
      {roles
        .filter((role) => mayManage(you.role, { given: role }))
        .map((role) => (
          <option key={role} value={role}>
            {roleLabels[role]}
          </option>
        ))}
    </Select>
  );
}

function MemberActions(props: { member: MemberView; onLeave: () => void; onInvite: Actions["onInvite"] }) {
  const { member } = props;
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${member.name}`}>
          <MoreHorizontal />
        </Button>
      </MenuTrigger>
      <MenuContent>
        {member.lastSignInAt ? null : (
          <MenuEntry onSelect={() => props.onInvite(member.id)}>Send the invitation again</MenuEntry>
        )}
        <MenuEntry danger onSelect={props.onLeave}>
          Remove
        </MenuEntry>
      </MenuContent>
    </Menu>
  );
}
