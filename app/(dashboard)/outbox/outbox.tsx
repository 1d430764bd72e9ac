"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { messageOf } from "#app/requests.ts";
import { MailList } from "#components/message/mail-list.tsx";
import { MailReader } from "#components/message/mail-reader.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SearchBox } from "#components/ui/search-box.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Split, SplitHead, SplitRows } from "#components/ui/split.tsx";
import { useReviewKeys } from "../drafts/use-review-keys.ts";
import { PagedRows } from "../paged-rows.tsx";
import { useChosenRow } from "../use-chosen-row.ts";
import { type MailFilters, type MailsAnswer, mailQuery, mailsQuery } from "./queries.ts";

type Props = { filters: MailFilters; first: MailsAnswer; zone: string; mailId: string | null };

const address = (filters: MailFilters, mailId: string | null) =>
  `/outbox?${new URLSearchParams({ show: filters.show, ...(filters.search ? { search: filters.search } : {}), ...(mailId ? { mail: mailId } : {}) })}`;

export function Outbox({ filters, first, zone, mailId }: Props) {
  const router = useRouter();
  const list = useInfiniteQuery({ ...mailsQuery(filters), initialData: { pages: [first], pageParams: [""] } });
  const rows = list.data.pages.flatMap((page) => page.rows);
  const { show, search } = filters;
  const { asked, chosenId, choose, move } = useChosenRow(rows, mailId, (id) => address({ show, search }, id));
  useReviewKeys({ next: () => move(1), previous: () => move(-1), back: () => choose(null) });
  const onSearch = useCallback((text: string) => router.replace(address({ show, search: text }, null)), [router, show]);
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
            <PagedRows list={list} shown={rows.length} noun="mails" nothing={<Nothing filters={filters} />}>
              <MailList {...{ rows, chosenId, zone }} now={list.data.pages[0]?.now ?? first.now} onChoose={choose} />
            </PagedRows>
          </SplitRows>
        </>
      }
    >
      {chosenId ? <ChosenMail key={chosenId} id={chosenId} zone={zone} onBack={() => choose(null)} /> : null}
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
