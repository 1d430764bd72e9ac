"use client";

import { chosenFrom } from "../sequence/panel/chosen-from.ts";
import { Field } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { SelectFrom } from "../ui/select.tsx";

/** One of a few, from its label map. */
export function Choice<Key extends string>(props: {
  label: string;
  labels: Record<Key, string>;
  value: Key;
  onChange: (value: Key) => void;
}) {
  return (
    <Field label={props.label}>
      <SelectFrom
        labels={props.labels}
        value={props.value}
        onChange={(event) => {
          const chosen = chosenFrom(props.labels, event);
          if (chosen) props.onChange(chosen);
        }}
      />
    </Field>
  );
}

export function Align(props: { value: "start" | "center"; onChange: (align: "start" | "center") => void }) {
  return (
    <Segmented
      label="Alignment"
      value={props.value}
      onChange={props.onChange}
      className="justify-self-start"
      options={[
        { value: "start", label: "At the edge" },
        { value: "center", label: "Centred" },
      ]}
    />
  );
}
