"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

/** What stands where something should have been loaded, with another try where one may help. */
export function ErrorState(props: {
  title?: string;
  message?: string;
  onRetry?: () => void;
  isPage?: boolean;
  className?: string;
}) {
  return (
    <div role="alert" className={props.className}>
      <EmptyState
        icon={TriangleAlert}
        isPage={props.isPage}
        title={props.title ?? "This could not be loaded"}
        action={
          props.onRetry ? (
            <Button onClick={props.onRetry}>
              <RotateCw aria-hidden />
              Try again
            </Button>
          ) : null
        }
      >
        {props.message ?? "The server did not answer as it should. Nothing was changed."}
      </EmptyState>
    </div>
  );
}
