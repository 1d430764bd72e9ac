import type { FittedOn, ModelTotal } from "#domain/attribution/credit-view.ts";
import type { ArmResults } from "#domain/result-view.ts";
import { IncrementalFigure } from "../result/earnings.tsx";
import { Money } from "../ui/money.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { FittedNote } from "./credit-panel.tsx";
import { fallbackLabels, modelLabels } from "./labels.ts";

type Props = {
  attributed: ModelTotal[];
  incremental: ArmResults;
  fitted: FittedOn;
  currency: string;
  zone: string;
};

/** What each model credits, and apart from that what the holdout says was brought. */
export function ModelsPanel({ attributed, incremental, fitted, currency, zone }: Props) {
  return (
    <Panel>
      <PanelHeader
        title="Models side by side"
        description="Attributed revenue is what came after a click, shared by a rule. Incremental revenue is what would not have come without the messages. They answer two questions."
      />
      <div className="grid lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div>
          <Table label="Attributed revenue by model">
            <TableHead>
              <HeadCell>Model</HeadCell>
              <HeadCell numeric>Attributed revenue</HeadCell>
              <HeadCell numeric>Orders</HeadCell>
            </TableHead>
            <TableBody>
              {attributed.map((total) => (
                <ModelRow key={total.model} total={total} currency={currency} />
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

function ModelRow({ total, currency }: { total: ModelTotal; currency: string }) {
  const { model, revenue, orders, fallbacks } = total;
  return (
    <Row>
      <Cell>
        {modelLabels[model]}
        {fallbacks.map(({ reason, orders: shared }) => (
          <span key={reason} className="block text-ink-faint text-xs">
            {orderCount(shared)} shared evenly. {fallbackLabels[reason]}.
          </span>
        ))}
      </Cell>
      <Cell numeric>
        <Money amount={revenue} currency={currency} />
      </Cell>
      <Cell numeric>{orders.toLocaleString("en", { maximumFractionDigits: 1 })}</Cell>
    </Row>
  );
}

function orderCount(orders: number): string {
  return `${orders.toLocaleString("en", { maximumFractionDigits: 1 })} ${orders === 1 ? "order" : "orders"}`;
}
