import { Inbox, MailCheck } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { WebhookFilters } from "./webhook-filters.tsx";

/** An empty log: nothing came yet, nothing matches, or, of the failed ones, all is well. */
export function NoWebhooks({ filters, onReset }: { filters: WebhookFilters; onReset?: () => void }) {
  const all = onReset && <Button onClick={onReset}>Show all webhooks</Button>;
  if (filters.outcome === "failed" && !filters.topic)
    return (
      <EmptyState icon={MailCheck} title="No dead letters" action={all}>
        Every request could be applied, ignored or rejected for a named reason.
      </EmptyState>
    );
  if (filters.shop || filters.outcome || filters.topic)
    return (
      <EmptyState icon={Inbox} title="No webhook matches" action={all}>
        Topics are matched in full, such as orders/create.
      </EmptyState>
    );
  return (
    <EmptyState icon={Inbox} title="No webhook came yet">
      Each request of a connected shop will stand here within a second.
    </EmptyState>
  );
}
