"use client";

import { Pause, Play } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Panel, PanelBody } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";

/** The brake: no message leaves while a tenant is paused. */
export function PausePanel(props: {
  pausedAt: Date | string | null;
  zone: string;
  mayChange: boolean;
  onPause: (paused: boolean) => Promise<unknown>;
}) {
  const { pausedAt } = props;
  return (
    <Panel>
      <PanelBody className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="font-semibold">{pausedAt ? "Sending is paused" : "Pause all sending"}</h2>
          <p className="mt-0.5 max-w-prose text-ink-soft text-sm">
            {pausedAt ? (
              <>
                Since <Time at={pausedAt} zone={props.zone} />. Steps that came due in the meantime were stopped, not
                held back.
              </>
            ) : (
              "Carts are still collected. Steps that come due while sending is paused are stopped with that reason."
            )}
          </p>
        </div>
        {props.mayChange ? <PauseButton paused={pausedAt !== null} onPause={props.onPause} /> : null}
      </PanelBody>
    </Panel>
  );
}

function PauseButton({ paused, onPause }: { paused: boolean; onPause: (paused: boolean) => Promise<unknown> }) {
  if (paused)
    return (
      <Button variant="primary" onClick={() => void onPause(false)}>
        <Play aria-hidden />
        Send again
      </Button>
    );
  return (
    <ConfirmDialog
      title="Pause all sending?"
      confirm="Pause sending"
      danger
      onConfirm={() => onPause(true)}
      trigger={
        <Button>
          <Pause aria-hidden />
          Pause
        </Button>
      }
    >
      Open sequences whose next step comes due while sending is paused end there.
    </ConfirmDialog>
  );
}
