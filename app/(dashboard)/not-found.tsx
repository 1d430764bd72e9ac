import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";

export default function NotFound() {
  return (
    <Page>
      <Panel>
        <EmptyState
          isPage
          icon={SearchX}
          title="There is nothing here"
          action={<TextLink href="/overview">Overview</TextLink>}
        >
          It may have been removed, or the address is not quite right.
        </EmptyState>
      </Panel>
    </Page>
  );
}
