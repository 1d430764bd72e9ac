"use client";

import { Archive, MoreHorizontal, Pencil } from "lucide-react";
import type { BudgetedIncentive } from "#domain/incentive.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "../ui/menu.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { BudgetMeter } from "./budget-meter.tsx";
import { incentiveKindLabels } from "./labels.ts";

export function IncentiveTable(props: {
  incentives: BudgetedIncentive[];
  mayChange: boolean;
  onEdit: (incentive: BudgetedIncentive) => void;
  onArchive: (incentive: BudgetedIncentive) => void;
}) {
  return (
    <Table label="Incentives">
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell className="hidden sm:table-cell">Gives</HeadCell>
        <HeadCell className="hidden sm:table-cell">Code</HeadCell>
        <HeadCell numeric className="hidden lg:table-cell">
          Holds for
        </HeadCell>
        <HeadCell>Budget</HeadCell>
        <HeadCell>
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {props.incentives.map((incentive) => (
          <Row key={incentive.id}>
            <Cell className="font-medium">{incentive.name}</Cell>
            <Cell className="tabular hidden whitespace-nowrap sm:table-cell">
              {incentive.percent === null ? incentiveKindLabels[incentive.kind] : `${incentive.percent}% off the cart`}
            </Cell>
            <Cell className="hidden font-mono text-xs sm:table-cell">
              {incentive.code ?? <span className="text-ink-faint">none</span>}
            </Cell>
            <Cell numeric className="hidden lg:table-cell">
              {incentive.validHours === null ? (
                <span className="text-ink-faint">no end</span>
              ) : (
                `${incentive.validHours} h`
              )}
            </Cell>
            <Cell>
              <BudgetMeter standing={incentive} />
            </Cell>
            <Cell className="text-right">
              {props.mayChange ? (
                <Menu>
                  <MenuTrigger asChild>
                    <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${incentive.name}`}>
                      <MoreHorizontal />
                    </Button>
                  </MenuTrigger>
                  <MenuContent>
                    <MenuEntry onSelect={() => props.onEdit(incentive)}>
                      <Pencil aria-hidden />
                      Edit
                    </MenuEntry>
                    <MenuEntry danger onSelect={() => props.onArchive(incentive)}>
                      <Archive aria-hidden />
                      Take out of use
                    </MenuEntry>
                  </MenuContent>
                </Menu>
              ) : null}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
