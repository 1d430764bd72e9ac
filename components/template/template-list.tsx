import type { TemplateRow } from "#domain/template-view.ts";
import { templateLabels } from "../sequence/labels.ts";
import { Badge } from "../ui/badge.tsx";
import { TextLink } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { templateTroubleLabels, usedByLabels } from "./block-labels.ts";
import { languageName } from "./language-name.ts";

/** The templates that members made, with what is sent of each and by whom. */
export function TemplateList({ rows, zone }: { rows: TemplateRow[]; zone: string }) {
  return (
    <Table label="Your templates">
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell>Started from</HeadCell>
        <HeadCell>Sent</HeadCell>
        <HeadCell>Languages</HeadCell>
        <HeadCell>Used in</HeadCell>
        <HeadCell>Changed</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TemplateLine key={row.id} row={row} zone={zone} />
        ))}
      </TableBody>
    </Table>
  );
}

function TemplateLine({ row, zone }: { row: TemplateRow; zone: string }) {
  const troubled = row.troubles.reduce((sum, { messages }) => sum + messages, 0);
  return (
    <Row>
      <Cell>
        <TextLink href={`/templates/${row.id}`}>{row.name}</TextLink>
        {troubled > 0 ? (
          <p className="text-bad text-xs">
            {troubled} went out as the reminder:{" "}
            {row.troubles.map(({ reason }) => templateTroubleLabels[reason]).join(", ")}
          </p>
        ) : null}
      </Cell>
      <Cell className="whitespace-nowrap text-ink-soft">{templateLabels[row.base]}</Cell>
      <Cell className="whitespace-nowrap">
        {row.number === null ? (
          <Badge>Not published</Badge>
        ) : (
          <span className="flex items-center gap-1.5">
            <Badge tone="good">Version {row.number}</Badge>
            {row.changed ? <Badge tone="warn">Draft differs</Badge> : null}
          </span>
        )}
      </Cell>
      <Cell className="text-ink-soft">{row.languages.map(languageName).join(", ")}</Cell>
      <Cell>
        {row.usedIn.length === 0 ? (
          <span className="text-ink-faint">Nowhere yet</span>
        ) : (
          row.usedIn.map(({ sequenceId, name, by }) => (
            <span key={sequenceId} className="block whitespace-nowrap">
              <TextLink href={`/sequences/${sequenceId}`}>{name}</TextLink>
              <span className="text-ink-faint">, {usedByLabels[by]}</span>
            </span>
          ))
        )}
      </Cell>
      <Cell className="whitespace-nowrap text-ink-soft">
        <Time at={row.savedAt} zone={zone} />
      </Cell>
    </Row>
  );
}
