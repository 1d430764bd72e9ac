import type { FittedOn, OrderCredit } from "#domain/attribution/credit-view.ts";
import { Money } from "../ui/money.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import { CreditTable } from "./credit-table.tsx";
import { TouchList } from "./touch-list.tsx";

/** Who is credited with an order: all models side by side, and the acts that they go by. */
export function CreditPanel({ credit, zone }: { credit: OrderCredit; zone: string }) {
  const { order, models, touches, messages, unkept, fitted } = credit;
  return (
    <Panel>
      <PanelHeader
        title={`Who is credited with order ${order.number ?? order.id}`}
        description={
          <>
            Worth <Money amount={order.net} currency={order.currency} />
            {order.net === order.total ? null : (
              <>
                {" "}
                of <Money amount={order.total} currency={order.currency} />{" "}
                {order.status === "cancelled" ? "before it was cancelled" : "before refunds"}
              </>
            )}
            . A model says how to share what came after a click; none says what the messages brought.
          </>
        }
      />
      {models.length === 0 ? (
        <PanelBody className="text-ink-soft text-sm">Not worked out yet. This takes a minute.</PanelBody>
      ) : (
        <CreditTable credit={credit} />
      )}
      <PanelBody className="border-t">
        <h3 className="mb-2 font-medium text-sm">Before the order</h3>
        {touches.length === 0 ? (
          <p className="text-ink-soft text-sm">Nothing was opened or clicked in the 90 days before it.</p>
        ) : (
          <TouchList touches={touches} messages={messages} unkept={unkept} zone={zone} />
        )}
        <FittedNote fitted={fitted} zone={zone} />
      </PanelBody>
    </Panel>
  );
}

/** On what the Markov and Shapley models stand. */
export function FittedNote({ fitted, zone }: { fitted: FittedOn; zone: string }) {
  if (!fitted)
    return (
      <p className="mt-3 text-ink-faint text-xs">Markov and Shapley share evenly until their weights are worked out.</p>
    );
  const { shoppers, conversions, days, enough, computedAt } = fitted;
  return (
    <p className="mt-3 text-ink-faint text-xs">
      {enough
        ? "Markov and Shapley weights are fitted on"
        : "Markov and Shapley share evenly: 100 shoppers and 20 orders are needed, and so far there are"}{" "}
      <span className="tabular">{shoppers.toLocaleString("en")}</span> shoppers with{" "}
      <span className="tabular">{conversions.toLocaleString("en")}</span> orders of {days} days,{" "}
      <Time at={computedAt} zone={zone} />.
    </p>
  );
}
