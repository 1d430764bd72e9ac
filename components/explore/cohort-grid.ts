import { type CohortCell, type Share, shareOf, steadied } from "#domain/explore.ts";
import type { ChartTable } from "../chart/chart-table.ts";
import type { HeatCell } from "../chart/heat-square.tsx";
import { countText, dayText, shortMoney } from "../result/chart-parts.tsx";
import { rateText, shareText, squareTexts, unitsOf } from "./cell-text.ts";

export type CohortGrid = {
  weeks: string[];
  later: string[];
  cells: HeatCell[][];
  most: string | null;
  table: ChartTable;
};

/** One week of contacts, so many weeks later, with everything until then added up; `share` is null while it has not come. */
type Until = {
  week: string;
  weeksLater: number;
  contacts: number;
  recovered: number;
  revenue: number;
  share: Share | null;
};

const mostWeeks = 8;
const weekLength = 604_800_000;

/** Weeks of first enrollment against weeks later: the share of the contacts whose cart had come back by then. */
export function cohortGrid(cells: CohortCell[], currency: string): CohortGrid {
  const weeks = [...new Set(cells.map((cell) => cell.week))].sort();
  const last = Math.min(mostWeeks, Math.max(0, ...cells.map((cell) => cell.weeksLater)));
  const later = Array.from({ length: last + 1 }, (_, index) => index);
  const grid = weeks.map((week) => untilEach(week, later, cells));
  const all = later.map((place) => together(grid.flatMap((line) => line[place] ?? [])));
  const lines = [...grid, all];
  const colours = lines.map((line) => line.map(({ share }, place) => colourOf(share, all[place]?.share?.rate ?? 0)));
  const strongest = Math.max(0, ...colours.flat().map((colour) => colour ?? 0));
  return {
    weeks: [...weeks.map((week) => dayText(week)), "All"],
    later: later.map((weeksLater) => (weeksLater === 0 ? "Same week" : `+${weeksLater} wk`)),
    cells: lines.map((line, down) =>
      line.map((until, place) => heatOf(until, (colours[down]?.[place] ?? 0) / Math.max(0.01, strongest), currency)),
    ),
    most: strongest > 0 ? rateText(Math.max(0.01, strongest)) : null,
    table: tableOf(grid.flat(), currency),
  };
}

function untilEach(week: string, later: number[], cells: CohortCell[]): Until[] {
  const newest = Math.max(...cells.map((cell) => Date.parse(cell.week) + cell.weeksLater * weekLength));
  const theirs = new Map(cells.filter((cell) => cell.week === week).map((cell) => [cell.weeksLater, cell]));
  const contacts = theirs.get(0)?.contacts ?? 0;
  let [recovered, revenue] = [0, 0];
  return later.map((weeksLater) => {
    recovered += theirs.get(weeksLater)?.recovered ?? 0;
    revenue += theirs.get(weeksLater)?.revenue ?? 0;
    // A week that has not come yet is empty, not nought.
    const come = Date.parse(week) + weeksLater * weekLength <= newest;
    const share = come ? shareOf(Math.min(recovered, contacts), contacts) : null;
    return { week, weeksLater, contacts, recovered, revenue, share };
  });
}

/** All weeks together that have come so far: their contacts alone count. */
function together(untils: Until[]): Until {
  const come = untils.filter(({ share }) => share !== null);
  const sum = (of: (one: Until) => number) => come.reduce((total, one) => total + of(one), 0);
  const contacts = sum((one) => one.contacts);
  return {
    ...{ week: "", weeksLater: untils[0]?.weeksLater ?? 0, contacts },
    ...{ recovered: sum((one) => one.recovered), revenue: sum((one) => one.revenue) },
    share:
      come.length > 0
        ? shareOf(
            sum((one) => one.share?.count ?? 0),
            contacts,
          )
        : null,
  };
}

function colourOf(share: Share | null, average: number): number | null {
  if (!share || share.rate === null) return null;
  return share.small ? steadied(share.rate, share.of, average) : share.rate;
}

function heatOf({ share, revenue }: Until, strength: number, currency: string): HeatCell {
  return {
    strength: share?.rate == null ? null : strength,
    ...(share ? squareTexts(share) : { text: "" }),
    full: share ? `${shareText(share)}, ${shortMoney(revenue, currency)}` : "not come yet",
    small: share?.small ?? false,
  };
}

function tableOf(all: Until[], currency: string): ChartTable {
  const numbers = ["Weeks later", "Contacts", "Recovered by then", "Share", "95% from", "95% to"];
  return {
    columns: [
      { name: "Week of first enrollment" },
      ...numbers.map((name) => ({ name, numeric: true })),
      { name: `Revenue by then (${currency})`, numeric: true },
    ],
    rows: all.flatMap(({ week, weeksLater, contacts, recovered, revenue, share }) => {
      if (!share) return [];
      const { rate, interval, small } = share;
      return {
        key: `${week} ${weeksLater}`,
        faint: small,
        cells: [
          ...[week, weeksLater, contacts, recovered, rate, interval.low, interval.high],
          unitsOf(revenue, currency),
        ],
        shown: [
          ...[dayText(week), `${weeksLater}`, countText(contacts), countText(recovered)],
          ...[rate === null ? "–" : rateText(rate), rateText(interval.low), rateText(interval.high)],
          shortMoney(revenue, currency),
        ],
      };
    }),
  };
}
