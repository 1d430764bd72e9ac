"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { readJson, writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { KeyForm } from "#components/key/key-form.tsx";
import { KeyTable, type KeyView } from "#components/key/key-table.tsx";
import { type KeyValues, requestOf } from "#components/key/key-values.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { KeyMode } from "#domain/member.ts";

const keysKey = ["keys"];

type Props = { initial: KeyView[]; now: Date; worldNow: Date; zone: string; mode: KeyMode };

export function Keys(props: Props) {
  const [making, setMaking] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const keys = useQuery({
    queryKey: keysKey,
    queryFn: ({ signal }) => readJson<{ data: KeyView[] }>("/api/keys", signal).then(({ data }) => data),
    initialData: props.initial,
  });
  const make = useWrite({
    send: (values: KeyValues) => writeJson<{ token: string }>("POST", "/api/keys", requestOf(values, new Date())),
    refresh: [keysKey],
    done: (made) => setToken(made.token),
  });
  const revoke = useWrite({
    send: (id: string) => writeJson("DELETE", `/api/keys/${id}`),
    said: "Revoked",
    refresh: [keysKey],
  });
  const close = () => {
    setMaking(false);
    setToken(null);
    make.reset();
  };
  const makeButton = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      New key
    </Button>
  );
  return (
    <Panel>
      <PanelHeader
        title="API keys"
        description="For programs: send one as a bearer token. Only its hash is kept here."
        actions={keys.data.length > 0 ? makeButton : null}
      />
      {keys.isError ? (
        <ErrorState onRetry={() => void keys.refetch()} />
      ) : keys.data.length > 0 ? (
        <KeyTable
          keys={keys.data}
          now={props.now}
          worldNow={props.worldNow}
          zone={props.zone}
          onRevoke={revoke.writeAsync}
        />
      ) : (
        <EmptyState icon={KeyRound} title="No keys yet" action={makeButton}>
          A key reads, sends, oversees or administers: as little of it as its program needs.
        </EmptyState>
      )}
      <Dialog open={making} onOpenChange={(open) => (open ? setMaking(true) : close())}>
        <DialogContent title={token ? "Your new key" : "New key"}>
          {token ? (
            <ShownOnce value={token} label="API key" />
          ) : (
            <KeyForm mode={props.mode} busy={make.busy} complaint={make.complaint} onMake={make.write} />
          )}
        </DialogContent>
      </Dialog>
    </Panel>
  );
}
