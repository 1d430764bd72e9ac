import type { ReactNode } from "react";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";

type List = {
  isError: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

/** The rows of a list that is read page by page with the way to more of them, or why there are none. */
export function PagedRows(props: { list: List; shown: number; noun: string; nothing: ReactNode; children: ReactNode }) {
  const { list, shown, noun } = props;
  if (shown === 0) return list.isError ? <ErrorState onRetry={() => void list.refetch()} /> : props.nothing;
  return (
    <>
      {props.children}
      <LoadMore
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        shown={shown}
        noun={noun}
      />
    </>
  );
}
