"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Send } from "lucide-react";
import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useNow } from "#app/use-now.ts";
import { useWrite } from "#app/write.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { EndpointForm, type EndpointValues } from "#components/webhook-out/endpoint-form.tsx";
import { EndpointTable } from "#components/webhook-out/endpoint-table.tsx";
import { RemovedTable } from "#components/webhook-out/removed-table.tsx";
import type { EndpointRow } from "#domain/webhooks-out.ts";
import { endpointsKey, endpointsQuery, removedQuery } from "./queries.ts";

/** Where a tenant's own programs are told what happens here. */
export function Endpoints(props: { first: EndpointRow[]; removed: EndpointRow[]; now: string; zone: string }) {
  const now = useNow(props.now);
  const [making, setMaking] = useState(false);
  const endpoints = useQuery({ ...endpointsQuery, initialData: props.first });
  const makeButton = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      New webhook
    </Button>
  );
  return (
    <div className="grid gap-5">
      <Panel>
        <PanelHeader
          title="Webhooks out"
          description="Your own programs are told what happens here: signed by the Standard Webhooks, tried for a day, in order."
          actions={endpoints.data.length > 0 ? makeButton : null}
        />
        {endpoints.isError && endpoints.data.length === 0 ? (
          <ErrorState onRetry={() => void endpoints.refetch()} />
        ) : endpoints.data.length > 0 ? (
          <EndpointTable endpoints={endpoints.data} now={now} zone={props.zone} />
        ) : (
          <EmptyState icon={Send} title="Nothing is told to anybody" action={makeButton}>
            Have a warehouse, a CRM or a chat hear of won-back orders, waiting drafts or complaints as they happen.
          </EmptyState>
        )}
        {making ? <NewEndpoint onClose={() => setMaking(false)} /> : null}
      </Panel>
      <Removed first={props.removed} now={now} zone={props.zone} />
    </div>
  );
}

/** What was removed in the last 30 days; not there where nothing was. */
function Removed({ first, now, zone }: { first: EndpointRow[]; now: string; zone: string }) {
  const removed = useQuery({ ...removedQuery, initialData: first });
  const restore = useWrite({
    send: (id: string) => writeJson("POST", `/api/v1/webhooks/${id}/restoration`),
    said: "It is back",
    refresh: [endpointsKey],
  });
  if (removed.data.length === 0) return null;
  return (
    <Panel>
      <PanelHeader
        title="Removed"
        description="For 30 days a webhook comes back as it was, with what it was not told."
      />
      <RemovedTable endpoints={removed.data} {...{ now, zone }} busy={restore.busy} onRestore={restore.write} />
    </Panel>
  );
}

function NewEndpoint({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const make = useWrite({
    send: (values: EndpointValues) => writeJson<{ secret: string }>("POST", "/api/v1/webhooks", values),
    refresh: [endpointsKey],
    done: (made) => setSecret(made.secret),
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={secret ? "Signing secret" : "New webhook"}>
        {secret ? (
          <ShownOnce value={secret} label="signing secret" />
        ) : (
          <EndpointForm action="Make webhook" busy={make.busy} complaint={make.complaint} onSave={make.write} />
        )}
      </DialogContent>
    </Dialog>
  );
}
