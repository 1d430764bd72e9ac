"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { DraftList } from "#components/draft/draft-list.tsx";
import { tabLabels } from "#components/draft/labels.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Split, SplitHead, SplitRows } from "#components/ui/split.tsx";
import { type DraftRow, type DraftTab, draftTabs } from "#domain/rows.ts";
import { ChosenDraft } from "./chosen-draft.tsx";
import { type DraftsAnswer, draftQuery, draftsQuery, previewQuery } from "./queries.ts";
import { useVerdicts } from "./use-verdicts.ts";

type Props = { tab: DraftTab; first: DraftsAnswer; zone: string; draftId: string | null; mayReview: boolean };

export function DraftQueue({ tab, first, zone, draftId, mayReview }: Props) {
  const router = useRouter();
  const list = useInfiniteQuery({ ...draftsQuery(tab), initialData: { pages: [first], pageParams: [""] } });
  const verdicts = useVerdicts();
  const pages = list.data.pages;
  const rows = pages.flatMap((page) => page.rows).filter((row) => !verdicts.gone.has(row.id));
  const { chosenId, choose, opened, move } = useChosen(rows, draftId, tab);
  useNextAtHand(rows, chosenId);
  const now = pages.at(-1)?.now ?? first.now;
  const waiting = pages[0]?.waiting.count ?? 0;
  const head = (
    <SplitHead title="Drafts">
      <Segmented
        label="Which drafts"
        value={tab}
        onChange={(next) => router.replace(`/drafts?tab=${next}`)}
        options={draftTabs.map((value) => ({
          value,
          label: value === "waiting" && waiting > 0 ? `${tabLabels[value]} ${waiting}` : tabLabels[value],
        }))}
        className="justify-self-start"
      />
    </SplitHead>
  );
  return (
    <Split
      label="Draft"
      showChosen={opened && chosenId !== null}
      list={
        <>
          {head}
          <SplitRows>
            {list.isError && rows.length === 0 ? <ErrorState onRetry={() => void list.refetch()} /> : null}
            {rows.length > 0 ? (
              <DraftList {...{ rows, tab, chosenId, now, zone }} onChoose={choose} />
            ) : list.isLoading ? (
              <SkeletonRows />
            ) : (
              <Nothing tab={tab} />
            )}
            {rows.length > 0 ? (
              <LoadMore
                hasMore={list.hasNextPage}
                busy={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
                shown={rows.length}
                noun="drafts"
              />
            ) : null}
          </SplitRows>
        </>
      }
    >
      {chosenId ? (
        <ChosenDraft
          key={chosenId}
          {...{ now, zone, mayReview, move }}
          id={chosenId}
          onBack={() => choose(null)}
          onVerdict={(body, said) => {
            move(1);
            verdicts.give(chosenId, body, said);
          }}
        />
      ) : (
        <EmptyState icon={PenLine} title="Nothing chosen" className="py-24" />
      )}
    </Split>
  );
}

function Nothing({ tab }: { tab: DraftTab }) {
  const texts: Record<DraftTab, [string, string]> = {
    waiting: ["Nothing waits for you", "Drafts come here when oversight is gated, or when the inspection flags one."],
    sent: ["Nothing was sent yet", "Drafts whose message went out are kept here, with what was sent."],
    decided: ["No verdicts yet", "Drafts that somebody approved, edited or rejected are kept here."],
  };
  const [title, text] = texts[tab];
  return (
    <EmptyState icon={PenLine} title={title}>
      {text}
    </EmptyState>
  );
}

/** Which draft is open. The address follows, so that a draft can be sent to a colleague; a phone shows it only when asked. */
function useChosen(rows: DraftRow[], asked: string | null, tab: DraftTab) {
  const [id, setId] = useState(asked);
  const [opened, setOpened] = useState(asked !== null);
  const chosenId = id ?? rows[0]?.id ?? null;
  const choose = useCallback((next: string | null) => {
    setId(next);
    setOpened(next !== null);
  }, []);
  const move = useCallback(
    (by: 1 | -1) => {
      const at = rows.findIndex((row) => row.id === chosenId);
      const next = rows[at + by] ?? (by === 1 ? rows[at - 1] : undefined);
      if (next) setId(next.id);
    },
    [rows, chosenId],
  );
  useEffect(() => {
    const query = new URLSearchParams({ tab, ...(id ? { draft: id } : {}) });
    window.history.replaceState(null, "", `/drafts?${query}`);
  }, [id, tab]);
  return { chosenId, choose, opened, move };
}

/** Loads the next draft before it is asked for, so that `j` and `a` never wait. */
function useNextAtHand(rows: DraftRow[], chosenId: string | null): void {
  const client = useQueryClient();
  const nextId = rows[rows.findIndex((row) => row.id === chosenId) + 1]?.id;
  useEffect(() => {
    if (!nextId) return;
    void client.prefetchQuery(draftQuery(nextId));
    void client.prefetchQuery(previewQuery(nextId));
  }, [client, nextId]);
}
