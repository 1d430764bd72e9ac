"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { readJson, writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { InviteForm, type InviteValues } from "#components/member/invite-form.tsx";
import { MemberTable, type MemberView } from "#components/member/member-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { includesRole, type Role } from "#domain/member.ts";

const membersKey = ["members"];

export function Members(props: { initial: MemberView[]; you: { id: string; role: Role }; now: Date; zone: string }) {
  const { you, now, zone } = props;
  const [inviting, setInviting] = useState(false);
  const members = useQuery({
    queryKey: membersKey,
    queryFn: ({ signal }) => readJson<{ data: MemberView[] }>("/api/members", signal).then(({ data }) => data),
    initialData: props.initial,
  });
  const refresh = [membersKey];
  const invite = useWrite({
    send: (values: InviteValues) => writeJson("POST", "/api/members", values),
    said: "Invitation sent",
    refresh,
    done: () => setInviting(false),
  });
  const role = useWrite({
    send: (change: { id: string; role: Role }) =>
      writeJson("PATCH", `/api/members/${change.id}`, { role: change.role }),
    said: "Role changed",
    refresh,
  });
  const remove = useWrite({
    send: (id: string) => writeJson("DELETE", `/api/members/${id}`),
    said: "Removed",
    refresh,
  });
  const again = useWrite({
    send: (id: string) => writeJson("POST", `/api/members/${id}/invitation`),
    said: "Invitation sent again",
  });
  return (
    <Panel>
      <PanelHeader
        title="Members"
        description="Who may see and change what belongs to this tenant."
        actions={
          includesRole(you.role, "admin") ? (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus aria-hidden />
              Invite
            </Button>
          ) : null
        }
      />
      {members.isError ? (
        <ErrorState onRetry={() => void members.refetch()} />
      ) : (
        <MemberTable
          {...{ you, now, zone }}
          members={members.data}
          actions={{
            onRole: (id, chosen) => role.write({ id, role: chosen }),
            onRemove: remove.writeAsync,
            onInvite: again.write,
          }}
        />
      )}
      <Dialog open={inviting} onOpenChange={setInviting}>
        <DialogContent title="Invite a member">
          <InviteForm yourRole={you.role} busy={invite.busy} complaint={invite.complaint} onInvite={invite.write} />
        </DialogContent>
      </Dialog>
    </Panel>
  );
}
