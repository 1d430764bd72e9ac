"use client";

import { ChartNoAxesColumn, Download, ImageDown, Table2 } from "lucide-react";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import type { ChartTable } from "./chart-table.ts";
import { csvOf, fileNameOf } from "./csv-of.ts";
import { pictureOf } from "./picture-of.ts";
import { saveFile } from "./save-file.ts";
import { SpokenTable, TwinTable } from "./twin-table.tsx";

type Props = {
  title: string;
  description?: ReactNode;
  /** The days and the currency, as the picture and the file say them. */
  period: string;
  /** Where the figures come from and how they count. */
  source: string;
  table: ChartTable;
  empty?: string;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A chart with its table twin, and both as files. */
export function ChartPanel(props: Props) {
  const { title, table, source, period } = props;
  const [asTable, setAsTable] = useState(false);
  const drawn = useRef<HTMLDivElement>(null);
  const isEmpty = table.rows.length === 0;
  return (
    <Panel className={props.className}>
      <PanelHeader
        title={title}
        description={props.description}
        actions={
          <>
            {props.actions}
            {isEmpty ? null : (
              <ChartActions
                {...{ title, period, source, table, drawn, asTable }}
                onTable={() => setAsTable((shown) => !shown)}
              />
            )}
          </>
        }
      />
      {isEmpty ? (
        <EmptyState title={props.empty ?? "Nothing in these days"} />
      ) : asTable ? (
        <TwinTable label={title} table={table} />
      ) : (
        <div ref={drawn} className="relative px-3 pt-4 pb-2">
          {props.children}
          <SpokenTable label={title} table={table} />
        </div>
      )}
      {isEmpty ? null : <p className="border-t px-4 py-2 text-2xs text-ink-faint">{source}</p>}
    </Panel>
  );
}

type ActionProps = {
  title: string;
  period: string;
  source: string;
  table: ChartTable;
  /** Where the chart is drawn; what is a table alone has no picture. */
  drawn?: RefObject<HTMLDivElement | null>;
  asTable?: boolean;
  onTable?: () => void;
};

/** The other form of a chart, and its files. A picture is taken of what is seen, so that there is none of a table. */
export function ChartActions({ title, period, source, table, drawn, asTable = false, onTable }: ActionProps) {
  const [failed, setFailed] = useState(false);
  const svg = () => drawn?.current?.querySelector<SVGSVGElement>("svg.recharts-surface, svg[data-chart]") ?? null;
  const savePicture = async () => {
    const chart = svg();
    if (!chart) return;
    try {
      saveFile(fileNameOf(title, "png"), await pictureOf(chart, { title, period, source }));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const saveCsv = () =>
    saveFile(fileNameOf(title, "csv"), new Blob([csvOf(table, [title, period, source])], { type: "text/csv" }));
  return (
    <fieldset aria-label={`${title}: table and files`} className="flex items-center">
      {failed ? (
        <span role="status" className="mr-2 text-bad text-xs">
          No picture could be made
        </span>
      ) : null}
      {onTable ? (
        <Act label={asTable ? "Show the chart" : "Show the table"} onClick={onTable}>
          {asTable ? <ChartNoAxesColumn /> : <Table2 />}
        </Act>
      ) : null}
      {asTable || !drawn ? null : (
        <Act label="Save as PNG" onClick={() => void savePicture()}>
          <ImageDown />
        </Act>
      )}
      <Act label="Save as CSV" onClick={saveCsv}>
        <Download />
      </Act>
    </fieldset>
  );
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip text={label}>
      <Button variant="ghost" size="icon-sm" aria-label={label} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
