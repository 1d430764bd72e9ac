"use client";

import { useRouter } from "next/navigation";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { MarginForm } from "#components/member/margin-form.tsx";
import { PausePanel } from "#components/member/pause-panel.tsx";
import { TenantForm, type TenantValues } from "#components/member/tenant-form.tsx";
import { Reporting, type ReportingView } from "./reporting.tsx";

export function General(props: {
  tenant: TenantValues & { pausedAt: Date | null };
  marginPercent: number | null;
  reporting: ReportingView;
  mayChange: boolean;
}) {
  const { tenant, marginPercent, mayChange } = props;
  const router = useRouter();
  const save = useWrite({
    send: (values: TenantValues) => writeJson("PATCH", "/api/tenant", values),
    said: "Saved",
    done: () => router.refresh(),
  });
  const pause = useWrite({
    send: (paused: boolean) => writeJson("PATCH", "/api/tenant", { paused }),
    done: () => router.refresh(),
  });
  const margin = useWrite({
    send: (percent: number | null) => writeJson("PATCH", "/api/policy", { marginPercent: percent }),
    said: "Saved",
    done: () => router.refresh(),
  });
  const { name, currency, language, timeZone } = tenant;
  return (
    <>
      <TenantForm
        tenant={{ name, currency, language, timeZone }}
        mayChange={mayChange}
        busy={save.busy}
        complaint={save.complaint}
        onSave={save.write}
      />
      <MarginForm
        {...{ marginPercent, mayChange }}
        busy={margin.busy}
        complaint={margin.complaint}
        onSave={margin.write}
      />
      <Reporting view={props.reporting} mayChange={mayChange} />
      <PausePanel pausedAt={tenant.pausedAt} zone={timeZone} mayChange={mayChange} onPause={pause.writeAsync} />
    </>
  );
}
