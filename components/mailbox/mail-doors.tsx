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
          <dd className="mt-1 flex flex-wrap items-center gap-2 text-ink-soft">
            Receive at your domain and send the event email.received to
            <code className="break-all font-mono text-xs">{doors.webhookUrl}</code>
            <CopyButton text={doors.webhookUrl} label="Copy the webhook's address" />
          </dd>
        </div>
        <div>
          <dt className="flex items-center gap-2 font-medium">
            SMTP <Status tone={doors.smtp ? "good" : "neutral"}>{doors.smtp ? "Listens" : "Not set up"}</Status>
          </dt>
          <dd className="mt-1 text-ink-soft">
            {doors.smtp
              ? `Have your mail server pass on what comes to these addresses, to ${doors.smtp}.`
              : "Whoever runs the installation sets MAIL_IN_PORT to have it listen."}
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
