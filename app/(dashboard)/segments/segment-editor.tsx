"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { SegmentForm, type SegmentValues } from "#components/segment/segment-form.tsx";
import { countQuery, segmentsKey } from "./queries.ts";

const pauseMs = 300;

/** One segment while it is being written, counted whenever its writer pauses. */
export function SegmentEditor(props: {
  id: string | null;
  first: SegmentValues;
  currency: string;
  onClose: () => void;
}) {
  const [values, setValues] = useState(props.first);
  const asked = usePaused(values.condition);
  const count = useQuery(countQuery(asked));
  const save = useWrite({
    send: (body: SegmentValues) =>
      props.id ? writeJson("PATCH", `/api/segments/${props.id}`, body) : writeJson("POST", "/api/segments", body),
    said: "Saved",
    refresh: [segmentsKey],
    done: props.onClose,
  });
  const counting = count.isFetching || asked !== values.condition;
  return (
    <SegmentForm
      values={values}
      contacts={counting ? null : (count.data?.contacts ?? null)}
      currency={props.currency}
      busy={save.busy}
      complaint={save.complaint}
      onChange={setValues}
      onSave={() => save.write(values)}
      onCancel={props.onClose}
    />
  );
}

function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
