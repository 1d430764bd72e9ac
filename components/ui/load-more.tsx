import { Button } from "./button.tsx";

/** The end of a page of a list, and the way to the next one. A short list that is all there needs none. */
export function LoadMore(props: { hasMore: boolean; busy: boolean; onMore: () => void; shown: number; noun: string }) {
  if (!props.hasMore && props.shown < 20) return null;
  return (
    <div className="flex items-center justify-between gap-3 border-t px-4 py-2.5 text-ink-faint text-xs">
      <span className="tabular" aria-live="polite">
        {props.shown} {props.noun} shown{props.hasMore ? "" : ", that is all"}
      </span>
      {props.hasMore ? (
        <Button size="sm" busy={props.busy} onClick={props.onMore}>
          Load more
        </Button>
      ) : null}
    </div>
  );
}
