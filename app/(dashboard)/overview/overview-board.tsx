"use client";

import { useQuery } from "@tanstack/react-query";
import { readJson } from "#app/requests.ts";
import { FunnelBars } from "#components/overview/funnel.tsx";
import { RecentList } from "#components/overview/recent-list.tsx";
import { WaitingList } from "#components/overview/waiting-list.tsx";
import { SpokenDays } from "#components/result/day-table.tsx";
import { IncrementalFigure, RecoveredFigure } from "#components/result/earnings.tsx";
import { RevenueChart } from "#components/result/revenue-chart.tsx";
import { Status } from "#components/ui/badge.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelBody, PanelHeader } from "#components/ui/panel.tsx";
import type { Earnings, Overview } from "#domain/overview.ts";

export function OverviewBoard({ first }: { first: Overview }) {
  const { data, isError } = useQuery({
    queryKey: ["overview"],
    queryFn: ({ signal }) => readJson<Overview>("/api/overview", signal),
    initialData: first,
    refetchInterval: 4_000,
  });
  const { earnings, days, funnel, waiting, recent, now, timeZone: zone } = data;
  const [home, ...others] = earnings;
  return (
    <Page>
      <PageHeader
        title="Overview"
        description="The last 30 days."
        actions={<Status tone={isError ? "bad" : "good"}>{isError ? "Not reached, trying again" : "Live"}</Status>}
      />
      {home ? (
        <Panel>
          <div className="grid divide-y md:grid-cols-2 md:divide-x md:divide-y-0">
            <RecoveredFigure recovered={home.recovered} currency={home.currency} className="p-4 sm:p-5" />
            <IncrementalFigure arms={home.arms} currency={home.currency} className="p-4 sm:p-5" />
          </div>
          <div className="relative border-t px-2 pt-3 pb-2">
            <h2 className="sr-only">Recovered revenue by day</h2>
            <RevenueChart days={days} currency={home.currency} height={150} />
            <SpokenDays days={days} currency={home.currency} />
          </div>
          {others.length > 0 ? <OtherCurrencies earnings={others} /> : null}
        </Panel>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]">
        <div className="grid gap-5">
          <Panel>
            <PanelHeader title="Waits for you" />
            <WaitingList waiting={waiting} now={now} zone={zone} />
          </Panel>
          <Panel>
            <PanelHeader title="From cart to order" actions={<MoreLink href="/results">Results</MoreLink>} />
            <PanelBody className="py-2.5">
              <FunnelBars funnel={funnel} />
            </PanelBody>
          </Panel>
        </div>
        <Panel>
          <PanelHeader title="Just now" actions={<MoreLink href="/carts">All carts</MoreLink>} />
          <RecentList events={recent} now={now} zone={zone} />
        </Panel>
      </div>
    </Page>
  );
}

const MoreLink = ({ href, children }: { href: string; children: string }) => (
  <TextLink href={href} className="text-sm">
    {children}
  </TextLink>
);

/** Currencies stand beside each other and are never summed. */
function OtherCurrencies({ earnings }: { earnings: Earnings[] }) {
  return (
    <div className="divide-y border-t">
      {earnings.map(({ currency, recovered, arms }) => (
        <div key={currency} className="grid md:grid-cols-2 md:divide-x">
          <RecoveredFigure recovered={recovered} currency={currency} className="p-4 sm:px-5" />
          <IncrementalFigure arms={arms} currency={currency} className="p-4 sm:px-5" />
        </div>
      ))}
    </div>
  );
}
