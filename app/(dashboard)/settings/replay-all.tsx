import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

/** Asks before everything that failed goes once more: it may be much, and what has gone is not taken back. */
export function ReplayAll(props: { of?: string; onReplay: () => Promise<unknown>; children: ReactNode }) {
  return (
    <ConfirmDialog
      title={props.of ? `Replay all that failed of ${props.of}?` : "Replay all that failed?"}
      confirm="Replay all"
      onConfirm={props.onReplay}
      trigger={
        <Button>
          <RotateCcw aria-hidden />
          Replay all
        </Button>
      }
    >
      {props.children}
    </ConfirmDialog>
  );
}
