"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ReportingForm } from "#components/member/reporting-form.tsx";
import { undoing } from "#components/ui/undo.ts";
import type { DatedRate } from "#domain/reporting-currency.ts";

export type ReportingView = { reporting: string | null; home: string; rates: DatedRate[]; today: string };

const put = ({ currency, day, rate }: DatedRate) => writeJson("PUT", "/api/v1/exchange-rates", { currency, day, rate });

/** The tenant's reporting currency and its rates; each act is saved at once and can be taken back. */
export function Reporting({ view, mayChange }: { view: ReportingView; mayChange: boolean }) {
  const router = useRouter();
  const done = () => router.refresh();
  const choose = useWrite({
    send: (reportingCurrency: string | null) => writeJson("PATCH", "/api/policy", { reportingCurrency }),
    said: "Saved",
    done,
  });
  const restore = useWrite({ send: put, said: "As it was", done });
  const save = useWrite({
    send: async (rate: DatedRate) => {
      await put(rate);
      return rate;
    },
    done: ({ currency, day, rate }) => {
      // Said again for the same day, the newest word counts: what it replaced can be had back.
      const before = view.rates.find((one) => one.currency === currency && one.day === day);
      const undo = before && undoing(() => restore.write(before));
      toast.success(before ? `${currency} was at ${before.rate} from this day, now at ${rate}` : "Saved", undo);
      done();
    },
  });
  const remove = useWrite({
    send: async (rate: DatedRate) => {
      await writeJson("DELETE", `/api/v1/exchange-rates/${rate.currency}/${rate.day}`);
      return rate;
    },
    done: (rate) => {
      toast.success(
        `The rate of ${rate.currency} is gone`,
        undoing(() => restore.write(rate)),
      );
      done();
    },
  });
  return (
    <ReportingForm
      {...{ ...view, mayChange }}
      busy={choose.busy || save.busy || restore.busy || remove.busy}
      complaint={save.complaint}
      onChoose={choose.write}
      onSave={save.write}
      onRemove={remove.write}
    />
  );
}
