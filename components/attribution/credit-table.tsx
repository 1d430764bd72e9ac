import type { CreditedMessage, ModelCredit, OrderCredit } from "#domain/attribution/credit-view.ts";
import { organicLabels } from "../cart/labels.ts";
import { Money } from "../ui/money.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { fallbackLabels, modelLabels } from "./labels.ts";

/** Every model in a row, every message in a column. What a model gives nothing is left empty. */
export function CreditTable({ credit }: { credit: Pick<OrderCredit, "models" | "messages" | "order"> }) {
  const { models, order } = credit;
  const messages = credit.messages.filter(({ id }) =>
    models.some(({ parts }) => parts.some(({ messageId }) => messageId === id)),
  );
  return (
    <Table label={`Who is credited with order ${order.number ?? order.id}`}>
      <TableHead>
        <HeadCell>Model</HeadCell>
        {messages.map((message) => (
          <HeadCell key={message.id} numeric>
            <span className="block max-w-48 truncate" title={message.subject}>
              {nameOf(message)}
            </span>
          </HeadCell>
        ))}
        <HeadCell numeric>In all</HeadCell>
      </TableHead>
      <TableBody>
        {models.map((model) => (
          <ModelRow key={model.model} model={model} messages={messages} currency={order.currency} />
        ))}
      </TableBody>
    </Table>
  );
}

function ModelRow({
  model,
  messages,
  currency,
}: {
  model: ModelCredit;
  messages: CreditedMessage[];
  currency: string;
}) {
  const { parts, organicReason, fallback } = model;
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  return (
    <Row>
      <Cell className="min-w-40">
        {modelLabels[model.model]}
        {fallback ? (
          <span className="block text-ink-faint text-xs">Shared evenly: {lower(fallbackLabels[fallback])}</span>
        ) : null}
      </Cell>
      {organicReason ? (
        <Cell colSpan={Math.max(1, messages.length)} className="text-ink-soft">
          Organic: {organicLabels[organicReason]}
        </Cell>
      ) : (
        messages.map(({ id }) => {
          const part = parts.find(({ messageId }) => messageId === id);
          return (
            <Cell key={id} numeric>
              {part ? (
                <>
                  <Money amount={part.amount} currency={currency} />
                  <span className="block text-ink-faint text-xs">{Math.round(part.share * 1_000) / 10}%</span>
                </>
              ) : (
                <span className="text-ink-faint">–</span>
              )}
            </Cell>
          );
        })
      )}
      <Cell numeric>{organicReason && messages.length === 0 ? null : <Money amount={sum} currency={currency} />}</Cell>
    </Row>
  );
}

/** A message as people speak of it: where it stood, and on which channel. */
export function nameOf({ position, channel }: Pick<CreditedMessage, "position" | "channel">): string {
  return `Step ${position + 1}, ${channel}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
