"use client";

import { useQuery } from "@tanstack/react-query";
import { Mailbox, Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { readJson, sendFile, writeJson } from "#app/requests.ts";
import { useNow } from "#app/use-now.ts";
import { useWrite } from "#app/write.ts";
import { MailDoorList } from "#components/mailbox/mail-doors.tsx";
import { MailboxForm, type MailboxValues } from "#components/mailbox/mailbox-form.tsx";
import { MailboxTable } from "#components/mailbox/mailbox-table.tsx";
import { RefusedMailList } from "#components/mailbox/refused-mail.tsx";
import { UploadForm } from "#components/mailbox/upload-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { MailboxRow, MailDoors, RefusedMail } from "#domain/mailbox.ts";

const mailboxesKey = ["mailboxes"];

type Opened = { kind: "form"; mailbox: MailboxRow | null } | { kind: "upload"; mailbox: MailboxRow } | null;

/** Where shoppers write to. */
export function Mailboxes(props: {
  first: MailboxRow[];
  shops: { id: string; name: string }[];
  refused: RefusedMail[];
  doors: MailDoors;
  now: string;
  zone: string;
  mayChange: boolean;
  mayBringIn: boolean;
}) {
  const now = useNow(props.now);
  const [opened, setOpened] = useState<Opened>(null);
  const mailboxes = useQuery({
    queryKey: mailboxesKey,
    queryFn: ({ signal }) => readJson<{ data: MailboxRow[] }>("/api/v1/mailboxes", signal).then(({ data }) => data),
    initialData: props.first,
  });
  const remove = useRemove();
  const open = props.mayChange ? (
    <Button variant="primary" onClick={() => setOpened({ kind: "form", mailbox: null })}>
      <Plus aria-hidden />
      New mailbox
    </Button>
  ) : null;
  const close = () => setOpened(null);
  return (
    <>
      <Panel>
        <PanelHeader
          title="Mailboxes"
          description="Where shoppers answer. What they write lands in the inbox, and their sequences wait."
          actions={mailboxes.data.length > 0 ? open : null}
        />
        {mailboxes.isError ? (
          <ErrorState onRetry={() => void mailboxes.refetch()} />
        ) : mailboxes.data.length === 0 ? (
          <EmptyState icon={Mailbox} title="No mailbox" action={open}>
            Without one, answers go to the brand's reply address and nothing here knows of them.
          </EmptyState>
        ) : (
          <MailboxTable
            mailboxes={mailboxes.data}
            shops={props.shops}
            mayChange={props.mayChange}
            onEdit={(mailbox) => setOpened({ kind: "form", mailbox })}
            onUpload={props.mayBringIn ? (mailbox) => setOpened({ kind: "upload", mailbox }) : null}
            onDelete={remove}
          />
        )}
      </Panel>
      <MailDoorList doors={props.doors} />
      {props.refused.length > 0 ? <RefusedMailList mails={props.refused} now={now} zone={props.zone} /> : null}
      {opened?.kind === "form" ? <Form mailbox={opened.mailbox} shops={props.shops} onClose={close} /> : null}
      {opened?.kind === "upload" ? <Upload mailbox={opened.mailbox} onClose={close} /> : null}
    </>
  );
}

/** Deletes at once; whoever did not mean it opens the mailbox again as it was. */
function useRemove(): (mailbox: MailboxRow) => void {
  const refresh = [mailboxesKey];
  const restore = useWrite({ send: (mailbox: MailboxRow) => saveMailbox(null, mailbox), said: "It is back", refresh });
  const remove = useWrite({
    send: async (mailbox: MailboxRow) => {
      await writeJson("DELETE", `/api/v1/mailboxes/${mailbox.id}`);
      return mailbox;
    },
    refresh,
    done: (mailbox) =>
      toast.success(
        `“${mailbox.name}” is closed`,
        undoing(() => restore.write(mailbox)),
      ),
  });
  return remove.write;
}

/** Opens or changes a mailbox: its words, and then what is done with what comes in. */
async function saveMailbox(id: string | null, values: MailboxValues): Promise<void> {
  const { address, name, signature, shopId, proposesAnswers, keepsFiles } = values;
  const written = id
    ? await writeJson<MailboxRow>("PATCH", `/api/v1/mailboxes/${id}`, { name, signature })
    : await writeJson<MailboxRow>("POST", "/api/v1/mailboxes", { address, name, signature, shopId });
  await writeJson("PUT", `/api/v1/mailboxes/${written.id}/configuration`, { shopId, proposesAnswers, keepsFiles });
}

function Form(props: { mailbox: MailboxRow | null; shops: { id: string; name: string }[]; onClose: () => void }) {
  const { mailbox, onClose } = props;
  const save = useWrite({
    send: (values: MailboxValues) => saveMailbox(mailbox?.id ?? null, values),
    said: mailbox ? "Saved" : "The mailbox is open",
    refresh: [mailboxesKey],
    done: onClose,
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={mailbox ? `Edit ${mailbox.name}` : "New mailbox"}>
        <MailboxForm
          first={mailbox}
          shops={props.shops}
          busy={save.busy}
          complaint={save.complaint}
          onSave={save.write}
        />
      </DialogContent>
    </Dialog>
  );
}

function Upload({ mailbox, onClose }: { mailbox: MailboxRow; onClose: () => void }) {
  const send = useWrite({
    send: (file: File) => sendFile<{ isNew: boolean }>(`/api/mailboxes/${mailbox.id}/mails`, file, "message/rfc822"),
    done: ({ isNew }) => {
      onClose();
      toast.success(isNew ? "It is in, and will be read at once" : "This mail is here already");
    },
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={`Bring in a mail to ${mailbox.name}`}>
        <UploadForm busy={send.busy} complaint={send.complaint} onSend={send.write} />
      </DialogContent>
    </Dialog>
  );
}
