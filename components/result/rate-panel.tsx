import type { Rate } from "#domain/result-view.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { RateChart } from "./rate-chart.tsx";
import { RateTable } from "./rate-table.tsx";

/** One question, answered as a chart and as its table. */
export function RatePanel<Group>(props: {
  title: string;
  description: string;
  label: string;
  trial: string;
  rates: Rate<Group>[];
  nameOf: (group: Group) => string;
  keyOf: (group: Group) => string;
  currency: string;
}) {
  const { title, description, rates, nameOf } = props;
  return (
    <Panel>
      <PanelHeader title={title} description={description} />
      {rates.length === 0 ? (
        <EmptyState title="Nothing to compare in this period" />
      ) : (
        <>
          <RateChart rates={rates} nameOf={nameOf} />
          <div className="mt-2 border-t">
            <RateTable {...props} />
          </div>
        </>
      )}
    </Panel>
  );
}
