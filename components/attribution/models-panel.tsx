import type { FittedOn, ModelTotal } from "#domain/attribution/credit-view.ts";
import type { ArmResults } from "#domain/result-view.ts";
import { ChartActions } from "../chart/chart-panel.tsx";
import { IncrementalFigure } from "../result/earnings.tsx";
import { Money } from "../ui/money.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { FittedNote } from "./credit-panel.tsx";
import { nameOf } from "./credit-table.tsx";
import { fallbackLabels, modelLabels } from "./labels.ts";
import { modelsTable, revenueOf, stepsOf } from "./models-table.ts";

type Props = {
  attributed: ModelTotal[];
  incremental: ArmResults;
  fitted: FittedOn;
  currency: string;
  zone: string;
  /** The days, as a file says them. */
  period: string;
};

/** What each model credits, and apart from that what the holdout says was brought. */
export function ModelsPanel({ attributed, incremental, fitted, currency, zone, period }: Props) {
  const steps = stepsOf(attributed);
  return (
    <Panel>
      <PanelHeader
        title="Models side by side"
        description="Attributed revenue is what came after a click; the models differ in which step they give it to. Incremental revenue is what would not have come without the messages. They answer two questions."
        actions={
          attributed.length > 0 ? (
            <ChartActions
              title="Attributed revenue by model"
              {...{ period }}
              source="Comeback, orders on these days; attributed revenue, net of refunds, under each model. It is not the incremental revenue, which only the holdout tells."
              table={modelsTable(attributed, currency)}
            />
          ) : null
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <Table label="Attributed revenue by model">
            <TableHead>
              <HeadCell>Model</HeadCell>
              {steps.map((step) => (
                <HeadCell key={nameOf(step)} numeric className={wide}>
                  {nameOf(step)}
                </HeadCell>
              ))}
              <HeadCell numeric>Attributed revenue</HeadCell>
            </TableHead>
            <TableBody>
              {attributed.map((total) => (
                <ModelRow key={total.model} total={total} steps={steps} currency={currency} />
              ))}
            </TableBody>
          </Table>
          <div className="px-4 pb-4">
            <FittedNote fitted={fitted} zone={zone} />
          </div>
        </div>
        <IncrementalFigure arms={incremental} currency={currency} className="border-t p-4 lg:border-t-0 lg:border-l" />
      </div>
    </Panel>
  );
}

// A phone has no room for a column a step; there each is a line below its model.
const wide = "hidden sm:table-cell";

type Step = ReturnType<typeof stepsOf>[number];

function ModelRow({ total, steps, currency }: { total: ModelTotal; steps: Step[]; currency: string }) {
  const { model, revenue, orders, fallbacks } = total;
  return (
    <Row>
      <Cell className="sm:min-w-40">
        {modelLabels[model]}
        <ul className="mt-0.5 text-ink-faint text-xs sm:hidden">
          {steps.map((step) => (
            <li key={nameOf(step)} className="tabular">
              {nameOf(step)}: <Money amount={revenueOf(total, step)} currency={currency} />
            </li>
          ))}
        </ul>
        {fallbacks.map(({ reason, orders: shared }) => (
          <span key={reason} className="block text-ink-faint text-xs">
            {orderCount(shared)} shared evenly. {fallbackLabels[reason]}.
          </span>
        ))}
      </Cell>
      {steps.map((step) => {
        const found = total.steps.find((one) => nameOf(one) === nameOf(step));
        return (
          <Cell key={nameOf(step)} numeric className={wide}>
            <Money amount={found?.revenue ?? 0} currency={currency} />
            <span className="block text-ink-faint text-xs">{orderCount(found?.orders ?? 0)}</span>
          </Cell>
        );
      })}
      <Cell numeric>
        <Money amount={revenue} currency={currency} />
        <span className="block text-ink-faint text-xs">{orderCount(orders)}</span>
      </Cell>
    </Row>
  );
}

function orderCount(orders: number): string {
  return `${orders.toLocaleString("en", { maximumFractionDigits: 1 })} ${orders === 1 ? "order" : "orders"}`;
}
