"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { messageOf } from "#app/requests.ts";
import { MailList } from "#components/message/mail-list.tsx";
import { MailReader } from "#components/message/mail-reader.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Split, SplitHead, SplitRows } from "#components/ui/split.tsx";
import { type MailFilters, type MailsAnswer, mailQuery, mailsQuery } from "./queries.ts";

type Props = { filters: MailFilters; first: MailsAnswer; zone: string; mailId: string | null };

const address = (filters: MailFilters, mailId: string | null) =>
  `/outbox?${new URLSearchParams({ show: filters.show, ...(filters.search ? { search: filters.search } : {}), ...(mailId ? { mail: mailId } : {}) })}`;

export function Outbox({ filters, first, zone, mailId }: Props) {
  const router = useRouter();
  const list = useInfiniteQuery({ ...mailsQuery(filters), initialData: { pages: [first], pageParams: [""] } });
  const rows = list.data.pages.flatMap((page) => page.rows);
  const [asked, setAsked] = useState(mailId);
  const chosenId = asked ?? rows[0]?.id ?? null;
  const { show, search } = filters;
  const onSearch = useCallback((text: string) => router.replace(address({ show, search: text }, null)), [router, show]);
  useEffect(() => window.history.replaceState(null, "", address({ show, search }, asked)), [show, search, asked]);
  return (
    <Split
      label="Mail"
      showChosen={asked !== null}
      list={
        <>
          <SplitHead title="Outbox">
            <SearchBox label="Address" value={search} onSearch={onSearch} />
            <Segmented
              label="Which mail"
              value={show}
              onChange={(next) => router.replace(address({ show: next, search }, null))}
              options={[
                { value: "sent", label: "Sent" },
                { value: "unsent", label: "Not sent" },
              ]}
              className="justify-self-start"
            />
          </SplitHead>
          <SplitRows>
            {list.isError && rows.length === 0 ? <ErrorState onRetry={() => void list.refetch()} /> : null}
            {rows.length > 0 ? (
              <>
                <MailList
                  {...{ rows, chosenId, zone }}
                  now={list.data.pages[0]?.now ?? first.now}
                  onChoose={setAsked}
                />
                <LoadMore
                  hasMore={list.hasNextPage}
                  busy={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                  shown={rows.length}
                  noun="mails"
                />
              </>
            ) : (
              <Nothing filters={filters} />
            )}
          </SplitRows>
        </>
      }
    >
      {chosenId ? <ChosenMail key={chosenId} id={chosenId} zone={zone} onBack={() => setAsked(null)} /> : null}
    </Split>
  );
}

function ChosenMail({ id, zone, onBack }: { id: string; zone: string; onBack: () => void }) {
  const mail = useQuery(mailQuery(id));
  if (mail.isError) return <ErrorState message={messageOf(mail.error)} onRetry={() => void mail.refetch()} />;
  return mail.data ? <MailReader mail={mail.data} zone={zone} onBack={onBack} /> : <SkeletonRows rows={10} />;
}

function Nothing({ filters }: { filters: MailFilters }) {
  if (filters.search) return <EmptyState icon={Inbox} title="No mail to such an address" />;
  return filters.show === "sent" ? (
    <EmptyState icon={Inbox} title="Nothing was sent yet">
      Every message to a shopper and every mail to a member is kept here.
    </EmptyState>
  ) : (
    <EmptyState icon={Inbox} title="Nothing is held back">
      Mail that is queued, has failed or was stopped is shown here with its reason.
    </EmptyState>
  );
}
