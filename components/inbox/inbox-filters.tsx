"use client";

import { type Intent, intents } from "#domain/inbox.ts";
import { type InboxShow, inboxShows } from "#domain/inbox-rows.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { intentLabels, showLabels } from "./labels.ts";

export type InboxChoice = { show: InboxShow; intent?: Intent; mailbox?: string; search?: string };
export type MailboxName = { id: string; address: string };

type Props = { choice: InboxChoice; mailboxes: MailboxName[]; onChoice: (part: Partial<InboxChoice>) => void };

/** Which conversations are listed. */
export function InboxFilters({ choice, mailboxes, onChoice }: Props) {
  return (
    <div className="grid gap-2">
      <Segmented
        label="Which conversations"
        value={choice.show}
        onChange={(show) => onChoice({ show })}
        options={inboxShows.map((value) => ({ value, label: showLabels[value] }))}
        className="justify-self-start"
      />
      <div className="flex gap-2">
        <Select
          aria-label="What they want"
          value={choice.intent ?? ""}
          onChange={(event) => onChoice({ intent: intents.find((known) => known === event.target.value) })}
          className="min-w-0 flex-1"
        >
          <option value="">Whatever they want</option>
          {intents.map((intent) => (
            <option key={intent} value={intent}>
              {intentLabels[intent]}
            </option>
          ))}
        </Select>
        {mailboxes.length > 1 ? (
          <Select
            aria-label="Mailbox"
            value={choice.mailbox ?? ""}
            onChange={(event) => onChoice({ mailbox: event.target.value || undefined })}
            className="min-w-0 flex-1"
          >
            <option value="">All mailboxes</option>
            {mailboxes.map(({ id, address }) => (
              <option key={id} value={id}>
                {address}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
    </div>
  );
}
