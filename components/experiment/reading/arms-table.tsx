import type { Analysis, ArmReading } from "#domain/experiment/analysis.ts";
import type { ExperimentView } from "#domain/experiment-view.ts";
import { formatMoney } from "#domain/money.ts";
import { countText } from "../../result/chart-parts.tsx";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/cn.ts";
import { Panel, PanelHeader } from "../../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../ui/table.tsx";
import { meanText, unitOf } from "../figures.ts";
import { meanLabels } from "../labels.ts";

// What a phone has no room for stands in a second line there.
const wide = "hidden sm:table-cell";
const edge = "max-sm:pr-4";
const shareText = (share: number) => `${Number(share.toFixed(1))}%`;

/** Every arm as contacts were assigned to it: whoever never saw a message counts like everybody else. */
export function ArmsTable({ analysis, weights }: { analysis: Analysis; weights: ExperimentView["weights"] }) {
  // Where shares move, the newest are what holds.
  const held = weights.at(-1)?.weights ?? [];
  const whole = held.reduce((sum, { weight }) => sum + weight, 0);
  const shareOf = (arm: ArmReading) => {
    const own = held.find((one) => one.arm === arm.name);
    return shareText(own && whole > 0 ? (own.weight / whole) * 100 : arm.share);
  };
  const unit = unitOf(analysis.metric, analysis.currency);
  const total = (value: number | undefined) => {
    if (value === undefined) return "–";
    return unit.share ? countText(value) : formatMoney({ amount: Math.round(value), currency: unit.currency }, "en");
  };
  const interval = ({ interval: { low, high } }: ArmReading) => `${meanText(low, unit)} to ${meanText(high, unit)}`;
  return (
    <Panel>
      <PanelHeader
        title="Arms"
        description={`${meanLabels[analysis.metric]}, with the 95% interval of a single look.`}
      />
      <Table label="Arms">
        <TableHead>
          <HeadCell>Arm</HeadCell>
          <HeadCell numeric className={wide}>
            {weights.length > 1 ? "Share now" : "Share"}
          </HeadCell>
          <HeadCell numeric>Assigned</HeadCell>
          <HeadCell numeric className={wide}>
            Exposed
          </HeadCell>
          <HeadCell numeric className={wide}>
            {unit.share ? "Converted" : "Total"}
          </HeadCell>
          <HeadCell numeric className={edge}>
            {unit.share ? "Rate" : "Per contact"}
          </HeadCell>
          <HeadCell numeric className={wide}>
            95% interval
          </HeadCell>
        </TableHead>
        <TableBody>
          {analysis.arms.map((arm) => (
            <Row key={arm.name}>
              <Cell className="sm:min-w-32">
                <span className="flex flex-wrap items-center gap-1.5">
                  <span className="font-medium">{arm.name}</span>
                  {arm.name === analysis.baseline ? <Badge tone="accent">Baseline</Badge> : null}
                  {arm.kind === "holdout" ? <Badge>Sent nothing</Badge> : null}
                </span>
                <span className="tabular mt-0.5 block text-ink-faint text-xs sm:hidden">
                  {shareOf(arm)} · {countText(arm.exposed)} exposed
                </span>
              </Cell>
              <Cell numeric className={wide}>
                {shareOf(arm)}
              </Cell>
              <Cell numeric>{countText(arm.assigned)}</Cell>
              <Cell numeric className={wide}>
                {countText(arm.exposed)}
              </Cell>
              <Cell numeric className={wide}>
                {total(arm.total)}
              </Cell>
              <Cell numeric className={edge}>
                {arm.assigned > 0 ? meanText(arm.mean, unit) : "–"}
                {arm.assigned > 0 ? (
                  <span className="block text-ink-faint text-xs sm:hidden">{interval(arm)}</span>
                ) : null}
              </Cell>
              <Cell numeric className={cn("text-ink-soft", wide)}>
                {arm.assigned > 0 ? interval(arm) : "–"}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
