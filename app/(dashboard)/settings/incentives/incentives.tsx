"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Tag } from "lucide-react";
import { useState } from "react";
import { readJson, writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { IncentiveForm, type IncentiveValues } from "#components/incentive/incentive-form.tsx";
import { IncentiveTable } from "#components/incentive/incentive-table.tsx";
import { RulesForm, type RuleValues } from "#components/incentive/rules-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import type { BudgetedIncentive } from "#domain/incentive.ts";

const incentivesKey = ["incentives"];
const blank: IncentiveValues = {
  ...{ name: "", kind: "percent", percent: 10, code: null, validHours: 72 },
  budget: { kind: "limited", period: "month", coupons: 200, amounts: [] },
};

type Opened = { id: string | null; values: IncentiveValues };

export function Incentives(props: {
  initial: BudgetedIncentive[];
  rules: RuleValues[];
  currencies: string[];
  mayChange: boolean;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const refresh = [incentivesKey];
  const incentives = useQuery({
    queryKey: incentivesKey,
    queryFn: ({ signal }) =>
      readJson<{ data: BudgetedIncentive[] }>("/api/incentives", signal).then(({ data }) => data),
    initialData: props.initial,
  });
  const save = useWrite({
    send: ({ id, values }: Opened) =>
      id ? writeJson("PUT", `/api/incentives/${id}`, values) : writeJson("POST", "/api/incentives", values),
    said: "Saved",
    refresh,
    done: () => setOpened(null),
  });
  const archive = useWrite({
    send: ({ id }: BudgetedIncentive) => writeJson("DELETE", `/api/incentives/${id}`),
    said: "Taken out of use",
    refresh,
  });
  const rules = useWrite({
    send: (values: RuleValues[]) => writeJson("PUT", "/api/incentive-rules", { rules: values }),
    said: "Rules saved",
  });
  const add = props.mayChange ? (
    <Button variant="primary" onClick={() => setOpened({ id: null, values: blank })}>
      <Plus aria-hidden />
      New incentive
    </Button>
  ) : null;
  return (
    <>
      <Panel>
        <PanelHeader
          title="Incentives"
          description="What a message may offer. Codes are made in your shop; the writer never invents one."
          actions={incentives.data.length > 0 ? add : null}
        />
        {incentives.isError ? (
          <ErrorState onRetry={() => void incentives.refetch()} />
        ) : incentives.data.length === 0 ? (
          <EmptyState icon={Tag} title="No incentives" action={add}>
            Reminders work without any; later steps often need a small one.
          </EmptyState>
        ) : (
          <IncentiveTable
            incentives={incentives.data}
            mayChange={props.mayChange}
            onEdit={({ id, spent: _, left: __, ...values }) => setOpened({ id, values })}
            onArchive={archive.write}
          />
        )}
      </Panel>
      <RulesForm
        rules={props.rules.map(({ currency, minTotal, incentiveId }) => ({ currency, minTotal, incentiveId }))}
        incentives={incentives.data}
        currencies={props.currencies}
        mayChange={props.mayChange}
        busy={rules.busy}
        complaint={rules.complaint}
        onSave={rules.write}
      />
      <Dialog open={opened !== null} onOpenChange={(open) => (open ? undefined : setOpened(null))}>
        <DialogContent title={opened?.id ? "Edit incentive" : "New incentive"}>
          {opened ? (
            <IncentiveForm
              incentive={opened.values}
              currencies={props.currencies}
              busy={save.busy}
              complaint={save.complaint}
              onSave={(values) => save.write({ id: opened.id, values })}
            />
          ) : null}
        </DialogContent>
      </Dialog>
    </>
  );
}
