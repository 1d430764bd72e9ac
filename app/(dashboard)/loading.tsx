import { Page } from "#components/ui/page.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton, SkeletonRows } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-8 w-48" />
      <Panel>
        <SkeletonRows rows={8} />
      </Panel>
    </Page>
  );
}
