import type { MailDoors } from "#domain/mailbox.ts";
import { Status } from "../ui/badge.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";

/** By which ways mail reaches the mailboxes of this installation. */
export function MailDoorList({ doors }: { doors: MailDoors }) {
  return (
    <Panel>
      <PanelHeader title="How mail comes in" description="Whichever way it comes, a mail counts once." />
      <dl className="grid gap-4 p-4 text-sm">
        <div>
          <dt className="flex items-center gap-2 font-medium">
            Resend <Status tone={doors.resend ? "good" : "neutral"}>{doors.resend ? "Ready" : "Not set up"}</Status>
          </dt>
          <dd className="mt-1 flex flex-wrap items-center gap-x-2 text-ink-soft">
            <span>
              Receive at your domain and send the event <code className="font-mono text-xs">email.received</code> to
            </span>
            <span className="flex min-w-0 items-center gap-1">
              <code className="wrap-anywhere min-w-0 font-mono text-xs">{doors.webhookUrl}</code>
              <CopyButton text={doors.webhookUrl} label="Copy the webhook's address" />
            </span>
          </dd>
        </div>
        <div>
          <dt className="flex items-center gap-2 font-medium">
            SMTP <Status tone={doors.smtp ? "good" : "neutral"}>{doors.smtp ? "Listens" : "Not set up"}</Status>
          </dt>
          <dd className="mt-1 text-ink-soft">
            {doors.smtp ? (
              `Have your mail server pass on what comes to these addresses, to ${doors.smtp}.`
            ) : (
              <>
                Whoever runs the installation sets <code className="font-mono text-xs">MAIL_IN_PORT</code> to have it
                listen.
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="font-medium">By hand</dt>
          <dd className="mt-1 text-ink-soft">
            Save a mail as a file (.eml) in any mail program and bring it in above.
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
