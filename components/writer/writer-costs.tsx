import type { WriterCosts as Costs, PerThousand } from "#domain/writer-economics.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Cost, formatMicros } from "./cost.tsx";
import { basisLabels, writerModeLabels } from "./labels.ts";

type Props = {
  month: { tokens: number; costs: { currency: string; micros: number }[]; unpricedTokens: number };
  monthlyTokens: number | null;
  perThousand: Costs & { messages: number };
  currency: string | null;
};

const count = new Intl.NumberFormat("en");

/** What this month took, and what a thousand messages take written one way and the other. */
export function WriterCosts({ month, monthlyTokens, perThousand, currency }: Props) {
  const { basis, personal, economy } = perThousand;
  return (
    <Panel>
      <PanelHeader title="What it costs" description={basisLabels[basis]} />
      <PanelBody>
        <Facts>
          <Fact name="This month">
            <span className="tabular">{count.format(month.tokens)}</span> tokens
            {monthlyTokens === null ? "" : ` of ${count.format(monthlyTokens)}`}, {monthCost(month)}
          </Fact>
          <Fact name={`1,000 messages, ${writerModeLabels.personal.toLowerCase()}`}>
            <Estimate of={personal} currency={currency} />
          </Fact>
          <Fact name={`1,000 messages, ${writerModeLabels.economy.toLowerCase()}`}>
            <Estimate of={economy} currency={currency} />
          </Fact>
        </Facts>
        {economy === null && personal !== null ? (
          <p className="mt-3 text-ink-faint text-xs">
            How many carts share a pattern is known when messages have been written.
          </p>
        ) : null}
      </PanelBody>
    </Panel>
  );
}

function Estimate({ of, currency }: { of: PerThousand | null; currency: string | null }) {
  if (!of) return <>unknown</>;
  return (
    <>
      <Cost micros={of.costMicros} currency={currency} />, {count.format(of.tokens)} tokens
    </>
  );
}

function monthCost({ costs, unpricedTokens, tokens }: Props["month"]): string {
  const known = costs.map(({ micros, currency }) => formatMicros(micros, currency)).join(" + ");
  if (tokens === 0) return "nothing yet";
  if (unpricedTokens === 0) return known;
  return known ? `${known}, and ${count.format(unpricedTokens)} tokens at an unknown price` : "cost unknown";
}
