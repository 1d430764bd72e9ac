"use client";

import { webhookOutcomes } from "#domain/shop-event.ts";
import { SearchBox } from "../ui/search-box.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { outcomeLabels } from "./labels.ts";

export type WebhookFilters = { shop: string; outcome: string; topic: string };

/** Which requests are listed. Every choice stands in the page's address. */
export function WebhookFilterBar(props: {
  filters: WebhookFilters;
  shops: { id: string; name: string }[];
  /** Whether dead letters wait. */
  failed: boolean;
  onShop: (shop: string) => void;
  onOutcome: (outcome: string) => void;
  onTopic: (topic: string) => void;
}) {
  const { filters } = props;
  return (
    <div className="grid gap-2 border-b px-4 py-2.5 sm:grid-cols-[auto_minmax(0,1fr)_9rem_11rem]">
      <Segmented
        label="Shown"
        className="justify-self-start"
        value={filters.outcome === "failed" ? "failed" : "all"}
        onChange={(shown) => props.onOutcome(shown === "failed" ? "failed" : "")}
        options={[
          { value: "all", label: "All" },
          {
            value: "failed",
            label: (
              <>
                Dead letters
                {props.failed ? <Waiting /> : null}
              </>
            ),
          },
        ]}
      />
      <SearchBox label="Topic" value={filters.topic} onSearch={props.onTopic} />
      <Select aria-label="Outcome" value={filters.outcome} onChange={(event) => props.onOutcome(event.target.value)}>
        <option value="">All outcomes</option>
        {webhookOutcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {outcomeLabels[outcome]}
          </option>
        ))}
      </Select>
      <Select aria-label="Shop" value={filters.shop} onChange={(event) => props.onShop(event.target.value)}>
        <option value="">All shops</option>
        {props.shops.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Waiting() {
  return (
    <>
      <span aria-hidden className="size-1.5 rounded-full bg-bad" />
      <span className="sr-only">, some wait</span>
    </>
  );
}
