"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { WriterView } from "#app/api/writer/read-writer.ts";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { WriterCosts } from "#components/writer/writer-costs.tsx";
import { WriterForm } from "#components/writer/writer-form.tsx";
import { WriterTrial } from "#components/writer/writer-trial.tsx";
import type { WriterValues } from "#components/writer/writer-values.ts";
import type { WriterTrial as Trial } from "#domain/writer-trial.ts";
import { writerKey, writerQuery } from "./queries.ts";

export function Writer(props: { view: WriterView; mayChange: boolean }) {
  const { data: view } = useQuery({ ...writerQuery, initialData: props.view });
  const [trial, setTrial] = useState<Trial | null>(null);
  const save = useWrite({
    send: (values: WriterValues) => writeJson("PUT", "/api/writer", values),
    said: "Saved. It holds for drafts written from now on.",
    refresh: [writerKey],
  });
  const attempt = useWrite({
    send: () => writeJson<Trial>("POST", "/api/writer/tries"),
    done: setTrial,
    refresh: [writerKey],
  });
  return (
    <>
      <WriterForm
        settings={view.settings}
        storedKey={view.key}
        installation={view.installation}
        currency={view.currency}
        mayChange={props.mayChange}
        busy={save.busy}
        complaint={save.complaint}
        onSave={save.write}
      />
      <WriterCosts
        month={view.month}
        monthlyTokens={view.settings.monthlyTokens}
        perThousand={view.perThousand}
        currency={view.settings.priceCurrency}
      />
      <WriterTrial trial={trial} mayTry={props.mayChange} busy={attempt.busy} onTry={() => attempt.write(undefined)} />
    </>
  );
}
