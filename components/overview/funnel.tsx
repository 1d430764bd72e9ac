import type { Funnel } from "#domain/overview.ts";
import { percentText } from "../result/chart-parts.tsx";

const stages: [keyof Funnel, string][] = [
  ["abandoned", "Abandoned"],
  ["enrolled", "Entered a sequence"],
  ["sent", "Were written to"],
  ["clicked", "Clicked"],
  ["recovered", "Recovered"],
];

/** How far the carts of the period came; each share is of the stage above it. */
export function FunnelBars({ funnel }: { funnel: Funnel }) {
  const whole = Math.max(1, funnel.abandoned);
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Carts at each stage, and their share of the stage before</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Carts</th>
          <th scope="col">Of the stage before</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(([stage, name], index) => {
          const before = stages[index - 1];
          const count = funnel[stage];
          const share = before && funnel[before[0]] > 0 ? percentText(count / funnel[before[0]]) : "";
          return (
            <tr key={stage}>
              <th scope="row" className="w-full py-1.5 pr-4 text-left font-normal">
                <span className="text-ink-soft">{name}</span>
                <span aria-hidden className="mt-1 block h-1.5 rounded-full bg-sunken">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${(count / whole) * 100}%`, opacity: 1 - index * 0.08 }}
                  />
                </span>
              </th>
              <td className="py-1.5 text-right align-bottom font-medium leading-3">{count}</td>
              <td className="w-14 py-1.5 pl-3 text-right align-bottom text-ink-faint text-xs leading-3">{share}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
