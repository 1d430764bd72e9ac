"use client";

import { ErrorState } from "#components/ui/error-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";

export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const reference = error.digest ? ` Reference ${error.digest}.` : "";
  return (
    <Page>
      <Panel>
        <ErrorState
          isPage
          title="This page could not be drawn"
          message={`Something broke on our side; nothing was changed.${reference}`}
          onRetry={reset}
        />
      </Panel>
    </Page>
  );
}
