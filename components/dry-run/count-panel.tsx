import { countText, percentText } from "../result/chart-parts.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";

type Props = {
  title: string;
  description?: string;
  noun: string;
  rows: { label: string; hint?: string | undefined; count: number }[];
};

/** Counts under one question, the most first, with their part of the whole. */
export function CountPanel({ title, description, noun, rows }: Props) {
  const whole = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel>
      <PanelHeader title={title} description={description} />
      {rows.length === 0 ? (
        <PanelBody className="text-ink-faint text-sm">None.</PanelBody>
      ) : (
        <Table label={title}>
          <TableHead>
            <HeadCell>What</HeadCell>
            <HeadCell numeric className="capitalize">
              {noun}
            </HeadCell>
            <HeadCell numeric>Part</HeadCell>
          </TableHead>
          <TableBody>
            {rows
              .toSorted((one, other) => other.count - one.count)
              .map(({ label, hint, count }) => (
                <Row key={label}>
                  <Cell>
                    {label}
                    {hint ? <p className="max-w-80 text-ink-faint text-xs">{hint}</p> : null}
                  </Cell>
                  <Cell numeric>{countText(count)}</Cell>
                  <Cell numeric className="text-ink-faint">
                    {percentText(whole === 0 ? 0 : count / whole)}
                  </Cell>
                </Row>
              ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}
