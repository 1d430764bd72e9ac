"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ComponentProps, useTransition } from "react";
import { readJson } from "#app/requests.ts";
import { ChartPanel } from "#components/chart/chart-panel.tsx";
import { FunnelChart } from "#components/explore/path-charts.tsx";
import { funnelStages, funnelTable } from "#components/explore/path-tables.ts";
import { MailHealth } from "#components/overview/mail-health.tsx";
import { RecentList } from "#components/overview/recent-list.tsx";
import { WaitingList } from "#components/overview/waiting-list.tsx";
import { dayText } from "#components/result/chart-parts.tsx";
import { CurrencySwitch } from "#components/result/currency-switch.tsx";
import { PeriodPicker } from "#components/result/period-picker.tsx";
import { LapsedNotice } from "#components/sender-domain/lapsed-notice.tsx";
import { Status } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { type ChosenSpan, lengthOf } from "#domain/day-span.ts";
import type { Pulse } from "#domain/overview.ts";
import type { Report } from "#domain/report.ts";
import { reportQuery } from "../results/queries.ts";
import { EarningsPanel } from "./earnings-panel.tsx";

type First = {
  span: ChosenSpan;
  pulse: Pulse;
  lapsed: ComponentProps<typeof LapsedNotice>["lapsed"];
  overview: Report<"overview">;
  funnel: Report<"funnel">;
};

export function OverviewBoard({ first }: { first: First }) {
  const router = useRouter();
  const [changing, startChange] = useTransition();
  const { span } = first;
  const { currency, from, to } = first.overview;
  const days = { ...(span.period ? { period: span.period } : { from, to }), currency };
  const pulse = useQuery({
    queryKey: ["overview", "pulse"],
    queryFn: ({ signal }) => readJson<Pulse>("/api/overview/pulse", signal),
    initialData: first.pulse,
    refetchInterval: 4_000,
  });
  const { data: overview } = useQuery({ ...reportQuery("overview", days, 5_000), initialData: first.overview });
  const { data: funnel } = useQuery({ ...reportQuery("funnel", days, 15_000), initialData: first.funnel });
  const { data: incremental } = useQuery(reportQuery("incremental", days, 60_000));
  const show = (query: Record<string, string>) =>
    startChange(() => router.replace(`/overview?${new URLSearchParams(query)}`, { scroll: false }));
  const { report: figures } = overview;
  const stages = funnelStages(funnel.report.rows);
  const zone = overview.timeZone;
  const period = `${dayText(overview.from, true)} to ${dayText(overview.to, true)} · ${currency} · days of ${zone.replaceAll("_", " ")}`;
  return (
    <Page className={cn(changing && "opacity-60 transition-opacity")}>
      <PageHeader
        title="Overview"
        description={`${dayText(overview.from)} to ${dayText(overview.to)}, against the ${lengthOf(overview)} days before.`}
        actions={
          <>
            <Status tone={pulse.isError ? "bad" : "good"}>
              {pulse.isError ? "Not reached, trying again" : "Live"}
            </Status>
            <CurrencySwitch
              {...{ currency, currencies: figures.currencies }}
              onChange={(next) => show({ ...days, currency: next })}
            />
            <PeriodPicker
              key={`${span.period} ${from} ${to}`}
              span={span}
              onChange={(change) => show({ ...change, currency })}
            />
          </>
        }
      />
      <LapsedNotice lapsed={first.lapsed} zone={zone} />
      {overview.ready ? null : (
        <Notice>
          The sums are being made. Figures are incomplete until that is done, which takes a minute or two.
        </Notice>
      )}
      <EarningsPanel {...{ figures, period }} arms={incremental?.report ?? null} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]">
        <div className="grid gap-5">
          <Panel>
            <PanelHeader title="Waits for you" />
            <WaitingList waiting={pulse.data.waiting} now={pulse.data.now} zone={zone} />
          </Panel>
          <Panel>
            <PanelHeader title="What mailboxes think" />
            <MailHealth figures={figures} />
          </Panel>
        </div>
        <div className="grid gap-5">
          <ChartPanel
            title="From cart to order"
            {...{ period }}
            source="Comeback, enrollments by the day they began; the holdout is left out, for it is sent nothing."
            table={funnelTable(stages, { from: overview.from, to: overview.to, currency })}
            empty="No enrollments began on these days"
            actions={<MoreLink href="/results/explore">Explore</MoreLink>}
          >
            <FunnelChart stages={stages} />
          </ChartPanel>
          <Panel>
            <PanelHeader title="Just now" actions={<MoreLink href="/carts">All carts</MoreLink>} />
            <RecentList events={pulse.data.recent} now={pulse.data.now} zone={zone} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

const MoreLink = ({ href, children }: { href: string; children: string }) => (
  <TextLink href={href} className="text-sm">
    {children}
  </TextLink>
);
