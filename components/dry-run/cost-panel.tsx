import type { DryRunTally } from "#domain/sequence/dry-run-tally.ts";
import { countText } from "../result/chart-parts.tsx";
import { Money } from "../ui/money.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";

/** What incentives would take off, currency by currency: nothing is converted. */
export function CostPanel({ costs, offers }: Pick<DryRunTally, "costs" | "offers">) {
  const currencies = Object.entries(costs);
  return (
    <Panel>
      <PanelHeader
        title="Cost of incentives"
        description="Each cart counts once, with the most that it was offered. Carts that were really ordered are the likely part."
      />
      {currencies.length === 0 ? (
        <PanelBody className="text-ink-faint text-sm">Nothing would have been offered.</PanelBody>
      ) : (
        <>
          <Table label="Cost of incentives by currency">
            <TableHead>
              <HeadCell>Currency</HeadCell>
              <HeadCell numeric>Carts</HeadCell>
              <HeadCell numeric>Of those ordered</HeadCell>
              <HeadCell numeric>If all are used</HeadCell>
            </TableHead>
            <TableBody>
              {currencies.map(([currency, { carts, most, ordered }]) => (
                <Row key={currency}>
                  <Cell>{currency}</Cell>
                  <Cell numeric>{countText(carts)}</Cell>
                  <Cell numeric>
                    <Money amount={ordered} currency={currency} />
                  </Cell>
                  <Cell numeric>
                    <Money amount={most} currency={currency} />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
          <Table label="Offers by incentive">
            <TableHead>
              <HeadCell>Incentive</HeadCell>
              <HeadCell numeric>Messages</HeadCell>
              <HeadCell numeric>Worth</HeadCell>
            </TableHead>
            <TableBody>
              {Object.entries(offers).map(([key, { name, messages, saved }]) => (
                <Row key={key}>
                  <Cell>{name}</Cell>
                  <Cell numeric>{countText(messages)}</Cell>
                  <Cell numeric>
                    <Money amount={saved} currency={key.split("|")[0] ?? ""} />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </>
      )}
    </Panel>
  );
}

/** People who were really in another sequence meanwhile, and messages that would have crowded each other. */
export function OverlapPanel(props: { overlap: DryRunTally["overlap"]; names: Record<string, string> }) {
  const rows = Object.entries(props.overlap);
  return (
    <Panel>
      <PanelHeader
        title="Overlap with other sequences"
        description="People who were in both at once, and messages within the longest cap of one that was really sent."
      />
      {rows.length === 0 ? (
        <PanelBody className="text-ink-faint text-sm">Nobody was in another sequence at the time.</PanelBody>
      ) : (
        <Table label="Overlap with other sequences">
          <TableHead>
            <HeadCell>Sequence</HeadCell>
            <HeadCell numeric>People in both</HeadCell>
            <HeadCell numeric>Messages close by</HeadCell>
          </TableHead>
          <TableBody>
            {rows.map(([id, { contacts, near }]) => (
              <Row key={id}>
                <Cell>{props.names[id] ?? "A sequence that was put away"}</Cell>
                <Cell numeric>{countText(contacts)}</Cell>
                <Cell numeric>{countText(near)}</Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}
