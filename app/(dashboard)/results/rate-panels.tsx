import { shortMoney } from "#components/result/chart-parts.tsx";
import { RatePanel } from "#components/result/rate-panel.tsx";
import { formatMinutes } from "#components/ui/time.tsx";
import type { HistoryGroup, ResultView, ValueBand } from "#domain/result-view.ts";

const historyLabels: Record<HistoryGroup, string> = { new: "New", returning: "Returning" };

/** The four questions of the results page. */
export function RatePanels({ results, period }: { results: ResultView; period: string }) {
  const { currency } = results;
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      <RatePanel
        title="By incentive"
        description="Of the messages with each offer, how many were followed by an order credited to them."
        label="Incentive"
        trial="Messages"
        rates={results.byIncentive}
        nameOf={(group) => (group.id === null ? "No incentive" : (group.name ?? "Removed"))}
        keyOf={(group) => group.id ?? "none"}
        {...{ currency, period }}
      />
      <RatePanel
        title="By delay"
        description="Of the messages at each step, by their time after the cart was abandoned."
        label="Step"
        trial="Messages"
        rates={results.byStep}
        nameOf={({ position, delayMinutes }) =>
          delayMinutes === null
            ? `Step ${position + 1}`
            : `After ${formatMinutes(delayMinutes)}`.replaceAll(" ", "\u00a0")
        }
        keyOf={({ position, delayMinutes }) => `${position}-${delayMinutes}`}
        {...{ currency, period }}
      />
      <RatePanel
        title="By history"
        description="Of the carts written to, by whether the shopper had ordered before."
        label="Shopper"
        trial="Carts"
        rates={results.byHistory}
        nameOf={(group) => historyLabels[group]}
        keyOf={(group) => group}
        {...{ currency, period }}
      />
      <RatePanel
        title="By cart value"
        description="Of the carts written to, in the bands of your incentive rules."
        label="Cart value"
        trial="Carts"
        rates={results.byValue}
        nameOf={(band) => bandText(band, currency)}
        keyOf={(band) => String(band.from)}
        {...{ currency, period }}
      />
    </div>
  );
}

function bandText({ from, to }: ValueBand, currency: string): string {
  if (to === null) return `From ${shortMoney(from, currency)}`;
  return from === 0
    ? `Under ${shortMoney(to, currency)}`
    : `${shortMoney(from, currency)} to ${shortMoney(to, currency)}`;
}
