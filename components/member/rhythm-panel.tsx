import { Choices } from "../ui/choices.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";

/** How often a member is mailed something: never, or by one of two rhythms; saved at once. */
export function RhythmPanel<Rhythm extends string>(props: {
  title: string;
  description: string;
  rhythms: readonly Rhythm[];
  words: Record<Rhythm, { label: string; hint: string }>;
  value: Rhythm;
  onChoose: (rhythm: Rhythm) => void;
}) {
  return (
    <Panel>
      <PanelHeader title={props.title} description={props.description} />
      <PanelBody>
        <Choices
          label={props.title}
          columns={3}
          choices={props.rhythms.map((value) => ({ value, ...props.words[value] }))}
          value={props.value}
          onChange={props.onChoose}
        />
      </PanelBody>
    </Panel>
  );
}
