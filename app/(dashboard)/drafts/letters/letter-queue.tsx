"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { LetterList } from "#components/letter/letter-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Split, SplitHead, SplitRows } from "#components/ui/split.tsx";
import { PagedRows } from "../../paged-rows.tsx";
import { useChosenRow } from "../../use-chosen-row.ts";
import { useReviewKeys } from "../use-review-keys.ts";
import { ChosenLetter } from "./chosen-letter.tsx";
import { type LetterPage, type LetterShow, lettersQuery } from "./queries.ts";

type Props = {
  show: LetterShow;
  first: LetterPage;
  zone: string;
  now: string;
  letterId: string | null;
  readerId: string;
  mayReview: boolean;
};

const address = (show: LetterShow, letterId: string | null) =>
  `/drafts/letters?${new URLSearchParams({ show, ...(letterId ? { letter: letterId } : {}) })}`;

/** Letters that wait for a person, the oldest first, or all of them; one is read beside the list. */
export function LetterQueue({ show, first, zone, now, letterId, readerId, mayReview }: Props) {
  const router = useRouter();
  const list = useInfiniteQuery({ ...lettersQuery(show), initialData: { pages: [first], pageParams: [""] } });
  const rows = list.data.pages.flatMap((page) => page.data);
  const { asked, chosenId, choose, move, neighbourId } = useChosenRow(rows, letterId, (id) => address(show, id));
  useReviewKeys({ next: () => move(1), previous: () => move(-1), back: () => choose(null) });
  return (
    <Split
      label="Letter"
      showChosen={asked !== null}
      list={
        <>
          <SplitHead title="Letters">
            <p className="text-ink-soft text-sm">
              Mail outside any sequence, written by a program or a person.{" "}
              <TextLink href="/drafts">Drafts to carts</TextLink>
            </p>
            <Segmented
              label="Which letters"
              value={show}
              onChange={(next) => router.replace(address(next, null))}
              options={[
                { value: "waiting", label: "Waiting" },
                { value: "all", label: "All" },
              ]}
              className="justify-self-start"
            />
          </SplitHead>
          <SplitRows>
            <PagedRows list={list} shown={rows.length} noun="letters" nothing={<Nothing show={show} />}>
              <LetterList {...{ rows, chosenId, zone, now }} onChoose={choose} />
            </PagedRows>
          </SplitRows>
        </>
      }
    >
      {chosenId ? (
        <ChosenLetter
          key={chosenId}
          id={chosenId}
          {...{ zone, readerId, mayReview }}
          onBack={() => choose(null)}
          onDecided={() => choose(neighbourId)}
        />
      ) : null}
    </Split>
  );
}

function Nothing({ show }: { show: LetterShow }) {
  return show === "waiting" ? (
    <EmptyState icon={Mail} title="No letter waits">
      What programs send by the API is shown here when a person must approve it.
    </EmptyState>
  ) : (
    <EmptyState icon={Mail} title="No letter was written yet">
      Programs write them by <TextLink href="/docs/api#send_email">POST /v1/send</TextLink>.
    </EmptyState>
  );
}
