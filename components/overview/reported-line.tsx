import { formatMoney } from "#domain/money.ts";
import type { Reported } from "#domain/reporting-currency.ts";
import { rowsHref } from "../explore/path-tables.ts";
import { dayText } from "../result/chart-parts.tsx";
import { TextLink } from "../ui/link.tsx";

type Props = { reported: Reported | null; span: { from: string; to: string } };

/** All currencies told in one, said to be converted, with the day of every rate; what has no rate is named beside it. */
export function ReportedLine({ reported, span }: Props) {
  if (!reported || (reported.converted.length === 0 && reported.missing.length === 0)) return null;
  const { currency, converted, missing } = reported;
  const money = (amount: number, of = currency) => formatMoney({ amount, currency: of }, "en");
  const orders = (of: string, amount: number) => (
    <TextLink href={rowsHref({ kind: "orders", ...span, currency: of })}>
      {money(amount, of)}
      <span className="sr-only">: open the rows</span>
    </TextLink>
  );
  return (
    <div className="mt-2 max-w-prose text-ink-faint text-xs">
      {converted.length > 0 ? (
        <p>
          <span className="font-medium text-ink-soft">{`All currencies, converted to ${currency}: `}</span>
          <span className="tabular font-semibold text-ink">{money(reported.amount)}</span>
          {". Of it "}
          {converted.map((one, place) => (
            <span key={one.currency}>
              {place > 0 ? ", " : ""}
              {orders(one.currency, one.amount)}
              {` as ${money(one.as)} (${ratesText(one)})`}
            </span>
          ))}
          .
        </p>
      ) : null}
      {missing.length > 0 ? (
        <p>
          {`No rate to ${currency} for `}
          {missing.map((one, place) => (
            <span key={one.currency}>
              {place > 0 ? ", " : ""}
              {orders(one.currency, one.amount)}
            </span>
          ))}
          : not in any sum.
        </p>
      ) : null}
    </div>
  );
}

function ratesText({ currency, rates }: Reported["converted"][number]): string {
  const named = rates.map(({ day, rate }) => `${rate} from ${dayText(day)} ${day.slice(0, 4)}`);
  return named.length > 3 ? `${rates.length} rates of ${currency}` : `at ${named.join(" and ")}`;
}
