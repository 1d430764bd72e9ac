"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { ConversationList } from "#components/inbox/conversation-list.tsx";
import { type InboxChoice, InboxFilters, type MailboxName } from "#components/inbox/inbox-filters.tsx";
import { InboxKeys } from "#components/inbox/inbox-keys.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Split, SplitHead, SplitRows } from "#components/ui/split.tsx";
import { useReviewKeys } from "../drafts/use-review-keys.ts";
import { PagedRows } from "../paged-rows.tsx";
import { useChosenRow } from "../use-chosen-row.ts";
import { ChosenConversation } from "./chosen-conversation.tsx";
import { type ConversationPage, choiceParams, conversationsQuery } from "./queries.ts";
import { useLiveInbox } from "./use-live-inbox.ts";

type Props = {
  choice: InboxChoice;
  first: ConversationPage;
  version: string;
  mailboxes: MailboxName[];
  zone: string;
  now: string;
  conversationId: string | null;
  readerId: string;
  mayAct: boolean;
};

function address(choice: InboxChoice, conversationId: string | null): string {
  const query = choiceParams(choice);
  if (conversationId) query.set("conversation", conversationId);
  return `/inbox?${query}`;
}

/** Conversations with people who wrote back; one is read beside the list. */
export function Inbox({ choice, first, version, mailboxes, zone, now, conversationId, readerId, mayAct }: Props) {
  const router = useRouter();
  useLiveInbox(version);
  const list = useInfiniteQuery({ ...conversationsQuery(choice), initialData: { pages: [first], pageParams: [""] } });
  const rows = list.data.pages.flatMap((page) => page.data);
  const { asked, chosenId, choose, move } = useChosenRow(rows, conversationId, (id) => address(choice, id));
  const [help, setHelp] = useState(false);
  const narrow = (part: Partial<InboxChoice>) => router.replace(address({ ...choice, ...part }, null));
  const onSearch = useCallback(
    (search: string) => router.replace(address({ ...choice, search: search || undefined }, null)),
    [router, choice],
  );
  useReviewKeys({
    next: () => move(1),
    previous: () => move(-1),
    back: () => choose(null),
    help: () => setHelp(true),
    search: () => document.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
  });
  return (
    <>
      <Split
        label="Conversation"
        showChosen={asked !== null}
        list={
          <>
            <SplitHead title="Inbox">
              <SearchBox label="Name, address or words" value={choice.search ?? ""} onSearch={onSearch} />
              <InboxFilters {...{ choice, mailboxes }} onChoice={narrow} />
            </SplitHead>
            <SplitRows>
              <PagedRows
                list={list}
                shown={rows.length}
                noun="conversations"
                nothing={<Nothing choice={choice} hasMailbox={mailboxes.length > 0} />}
              >
                <ConversationList {...{ rows, chosenId, zone, now }} onChoose={choose} />
              </PagedRows>
            </SplitRows>
          </>
        }
      >
        {chosenId ? (
          <ChosenConversation
            key={chosenId}
            id={chosenId}
            {...{ zone, readerId, mayAct }}
            onBack={() => choose(null)}
            onClosed={choose}
          />
        ) : null}
      </Split>
      <InboxKeys open={help} onOpenChange={setHelp} />
    </>
  );
}

function Nothing({ choice, hasMailbox }: { choice: InboxChoice; hasMailbox: boolean }) {
  if (choice.search || choice.intent || choice.mailbox)
    return <EmptyState icon={MessagesSquare} title="No conversation is like this" />;
  if (!hasMailbox)
    return (
      <EmptyState
        icon={MessagesSquare}
        title="There is no mailbox yet"
        action={<TextLink href="/settings/mailboxes">Mailboxes</TextLink>}
      >
        Answers to recovery messages come in where a mailbox is.
      </EmptyState>
    );
  return choice.show === "ours" ? (
    <EmptyState icon={MessagesSquare} title="Nobody waits for us">
      Mails of people who write back are shown here, the oldest first.
    </EmptyState>
  ) : (
    <EmptyState icon={MessagesSquare} title="Nobody has written yet" />
  );
}
