import type { Analysis } from "#domain/experiment/analysis.ts";
import type { ExperimentView } from "#domain/experiment-view.ts";
import { formatMoney } from "#domain/money.ts";
import { countText } from "../../result/chart-parts.tsx";
import { Fact, Facts } from "../../ui/facts.tsx";
import { Panel, PanelBody, PanelHeader } from "../../ui/panel.tsx";
import { Time } from "../../ui/time.tsx";
import { methodLabels } from "../labels.ts";

type Props = { experiment: ExperimentView; analysis: Analysis; zone: string };

/** How the figures were made, and what does not count in them. */
export function MethodPanel({ experiment, analysis, zone }: Props) {
  const { plan, endsAt } = experiment;
  const { cuped, winsorised, method, currency } = analysis;
  const money = (amount: number) => formatMoney({ amount, currency }, "en");
  return (
    <Panel>
      <PanelHeader title="How it was reckoned" />
      <PanelBody className="grid gap-4">
        <Facts>
          <Fact name="Estimates">{methodLabels[method]}</Fact>
          <Fact name="Orders count">
            For {plan.watchDays} days from the assignment, in {currency}.
          </Fact>
          <Fact name="Before the test">
            {cuped
              ? `What contacts had spent before was taken out; ${Math.round(cuped.varianceKept * 100)}% of the variance is left.`
              : "Nothing was taken out."}
          </Fact>
          {winsorised ? (
            <Fact name="Largest values">
              {countText(winsorised.capped)} brought down to {money(winsorised.cap)} (the {winsorised.quantile}{" "}
              quantile).
            </Fact>
          ) : null}
          <Fact name="When a winner is found">
            {plan.promotion.kind === "never"
              ? "Somebody decides."
              : `It is promoted by itself, after ${plan.promotion.minimumDays} days at least.`}
          </Fact>
          <Fact name="Shares">
            {plan.allocation.kind === "fixed"
              ? "As they are set."
              : `Move by Thompson sampling; every variant keeps ${Math.round(plan.allocation.floor * 100)}% of what the holdout leaves.`}
          </Fact>
          <Fact name="Ends">{endsAt ? <Time at={endsAt} zone={zone} /> : "When somebody concludes it."}</Fact>
        </Facts>
        <Apart analysis={analysis} />
      </PanelBody>
    </Panel>
  );
}

function Apart({ analysis: { apart } }: { analysis: Analysis }) {
  const lines = [
    ...apart.otherCurrencies.map(({ currency, orders }) => `${countText(orders)} orders in ${currency}`),
    ...apart.modelCosts.map(
      ({ currency, micros }) => `model cost of ${currency} ${(micros / 1_000_000).toFixed(2)}, in another currency`,
    ),
  ];
  return (
    <div>
      <h3 className="mb-1 font-medium text-sm">Counted apart</h3>
      {lines.length === 0 ? (
        <p className="text-ink-soft text-sm">Nothing: every order and cost is in one currency.</p>
      ) : (
        <ul className="list-disc pl-4 text-ink-soft text-sm">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
