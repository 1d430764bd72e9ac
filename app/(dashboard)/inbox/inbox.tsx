"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { ConversationList } from "#components/inbox/conversation-list.tsx";
import { type InboxChoice, InboxFilters, type MailboxName } from "#components/inbox/inbox-filters.tsx";
import { InboxKeys } from "#components/inbox/inbox-keys.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Split, SplitHead, SplitRows } from "#components/ui/split.tsx";
import { useReviewKeys } from "../drafts/use-review-keys.ts";
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
  const [asked, setAsked] = useState(conversationId);
  const [help, setHelp] = useState(false);
  const chosenId = asked ?? rows[0]?.id ?? null;
  const at = rows.findIndex((row) => row.id === chosenId);
  useEffect(() => window.history.replaceState(null, "", address(choice, asked)), [choice, asked]);
  const move = (by: 1 | -1) => {
    const next = rows[at + by] ?? (at < 0 ? rows[0] : undefined);
    if (next) setAsked(next.id);
  };
  const narrow = (part: Partial<InboxChoice>) => router.replace(address({ ...choice, ...part }, null));
  const onSearch = useCallback(
    (search: string) => router.replace(address({ ...choice, search: search || undefined }, null)),
    [router, choice],
  );
  useReviewKeys({
    next: () => move(1),
    previous: () => move(-1),
    back: () => setAsked(null),
    help: () => setHelp(true),
    search: () => document.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
  });
  return (
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
            {list.isError && rows.length === 0 ? <ErrorState onRetry={() => void list.refetch()} /> : null}
            {rows.length > 0 ? (
              <>
                <ConversationList {...{ rows, chosenId, zone, now }} onChoose={setAsked} />
                <LoadMore
                  hasMore={list.hasNextPage}
                  busy={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                  shown={rows.length}
                  noun="conversations"
                />
              </>
            ) : list.isError ? null : list.isPending ? (
              <SkeletonRows rows={6} />
            ) : (
              <Nothing choice={choice} hasMailbox={mailboxes.length > 0} />
            )}
          </SplitRows>
        </>
      }
    >
      {chosenId ? (
        <ChosenConversation
          key={chosenId}
          id={chosenId}
          {...{ zone, readerId, mayAct }}
          onBack={() => setAsked(null)}
          onClosed={(id) => setAsked(id)}
        />
      ) : null}
      <InboxKeys open={help} onOpenChange={setHelp} />
    </Split>
  );
}

function Nothing({ choice, hasMailbox }: { choice: InboxChoice; hasMailbox: boolean }) {
  if (choice.search || choice.intent || choice.mailbox)
    return <EmptyState icon={MessagesSquare} title="No conversation is like this" />;
  if (!hasMailbox)
    return (
      <EmptyState icon={MessagesSquare} title="There is no mailbox yet">
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
