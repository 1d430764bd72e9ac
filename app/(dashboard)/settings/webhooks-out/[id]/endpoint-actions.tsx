"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { undoing } from "#components/ui/undo.ts";
import { EndpointForm, type EndpointValues } from "#components/webhook-out/endpoint-form.tsx";
import { outcomeLabel } from "#components/webhook-out/labels.ts";
import type { DeliveryEntry, EndpointRow } from "#domain/webhooks-out.ts";
import { deliveriesKey, endpointsKey } from "../queries.ts";

/** What an admin does to an endpoint. */
export function EndpointActions({ endpoint }: { endpoint: EndpointRow }) {
  const { id, name, url, events, pausedAt } = endpoint;
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const refresh = [endpointsKey, deliveriesKey];
  const test = useWrite({
    send: () => writeJson<DeliveryEntry>("POST", `/api/v1/webhooks/${id}/test`),
    refresh,
    done: tellOfTest,
  });
  const pause = useWrite({
    send: (paused: boolean) => writeJson("PATCH", `/api/v1/webhooks/${id}`, { paused }),
    said: pausedAt ? "What was held goes out now" : "Paused: what happens meanwhile is kept",
    refresh,
  });
  const edit = useWrite({
    send: (values: EndpointValues) => writeJson("PATCH", `/api/v1/webhooks/${id}`, values),
    said: "Saved",
    refresh,
    done: () => setEditing(false),
  });
  const rotate = useWrite({
    send: () => writeJson<{ secret: string }>("POST", `/api/v1/webhooks/${id}/secret`),
    refresh,
    done: (made) => setSecret(made.secret),
  });
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="primary" busy={test.busy} onClick={() => test.write(undefined)}>
        Send a test
      </Button>
      <Button busy={pause.busy} onClick={() => pause.write(pausedAt === null)}>
        {pausedAt ? "Resume" : "Pause"}
      </Button>
      <Button onClick={() => setEditing(true)}>Edit</Button>
      <ConfirmDialog
        title="Replace the signing secret?"
        confirm="Make a new secret"
        onConfirm={() => rotate.writeAsync(undefined)}
        trigger={<Button>New secret</Button>}
      >
        For 24 hours posts are signed by both, so that what listens there can be changed over without a gap.
      </ConfirmDialog>
      <RemoveButton endpoint={endpoint} />
      {editing ? (
        <Dialog open onOpenChange={setEditing}>
          <DialogContent title="Edit webhook">
            <EndpointForm
              first={{ name, url, events }}
              action="Save"
              busy={edit.busy}
              complaint={edit.complaint}
              onSave={edit.write}
            />
          </DialogContent>
        </Dialog>
      ) : null}
      {secret ? (
        <Dialog open onOpenChange={() => setSecret(null)}>
          <DialogContent title="New signing secret">
            <ShownOnce value={secret} label="signing secret" />
          </DialogContent>
        </Dialog>
      ) : null}
    </div>
  );
}

function tellOfTest({ state, outcome, tries: [last] }: DeliveryEntry): void {
  if (state === "delivered") toast.success("The test was taken", { description: last && `${last.tookMs} ms` });
  else toast.error("The test was not taken", { description: outcome ? outcomeLabel(outcome) : undefined });
}

/** Takes an endpoint away at once; whoever did not mean it brings it back as it was. */
function RemoveButton({ endpoint: { id, name } }: { endpoint: EndpointRow }) {
  const router = useRouter();
  const restore = useWrite({
    send: () => writeJson("POST", `/api/v1/webhooks/${id}/restoration`),
    said: "It is back",
    refresh: [endpointsKey],
  });
  const remove = useWrite({
    send: () => writeJson("DELETE", `/api/v1/webhooks/${id}`),
    refresh: [endpointsKey],
    done: () => {
      toast.success(
        `“${name}” is removed`,
        undoing(() => restore.write(undefined)),
      );
      router.push("/settings/webhooks-out");
    },
  });
  return (
    <Button busy={remove.busy} onClick={() => remove.write(undefined)}>
      Remove
    </Button>
  );
}
