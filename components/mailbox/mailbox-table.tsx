"use client";

import type { MailboxRow } from "#domain/mailbox.ts";
import { Button } from "../ui/button.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";

/** Mailboxes with whose mails are answered there. */
export function MailboxTable(props: {
  mailboxes: MailboxRow[];
  shops: { id: string; name: string }[];
  mayChange: boolean;
  onEdit: (mailbox: MailboxRow) => void;
  /** Null for who may not. */
  onUpload: ((mailbox: MailboxRow) => void) | null;
  onDelete: (mailbox: MailboxRow) => void;
}) {
  const others = props.mailboxes.some(({ shopId }) => shopId !== null) ? "All other shops" : "All shops";
  const shopOf = ({ shopId }: MailboxRow) => props.shops.find(({ id }) => id === shopId)?.name ?? others;
  return (
    <Table label="Mailboxes">
      <TableHead>
        <HeadCell>Mailbox</HeadCell>
        <HeadCell className="max-sm:hidden">Shop</HeadCell>
        <HeadCell className="max-sm:hidden">Answers</HeadCell>
        <HeadCell>
          <span className="sr-only">What can be done</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {props.mailboxes.map((mailbox) => (
          <Row key={mailbox.id}>
            <Cell>
              <div className="font-medium">{mailbox.name}</div>
              <div className="max-w-52 truncate text-ink-faint text-xs sm:max-w-80" title={mailbox.address}>
                {mailbox.address}
              </div>
            </Cell>
            <Cell className="max-sm:hidden">{shopOf(mailbox)}</Cell>
            <Cell className="max-sm:hidden">{mailbox.proposesAnswers ? "Proposed" : "By people only"}</Cell>
            <Cell>
              <div className="flex flex-wrap justify-end gap-2">
                {props.onUpload ? (
                  <Button
                    size="sm"
                    aria-label={`Bring in a mail to ${mailbox.name}`}
                    onClick={() => props.onUpload?.(mailbox)}
                  >
                    Bring in a mail
                  </Button>
                ) : null}
                {props.mayChange ? (
                  <>
                    <Button size="sm" aria-label={`Edit ${mailbox.name}`} onClick={() => props.onEdit(mailbox)}>
                      Edit
                    </Button>
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={`Delete ${mailbox.name}`}
                      onClick={() => props.onDelete(mailbox)}
                    >
                      Delete
                    </Button>
                  </>
                ) : null}
              </div>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
