import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Panel, PanelBody, PanelFooter, PanelHeader } from "./panel.tsx";

/** A panel of settings that is saved as a whole; whoever may not change it reads it. */
export function PanelForm(props: {
  title: ReactNode;
  description?: ReactNode;
  save?: string;
  mayChange: boolean;
  busy: boolean;
  onSave: () => void;
  /** How its fields stand. */
  className?: string;
  children: ReactNode;
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      <Panel>
        <PanelHeader title={props.title} description={props.description} />
        <PanelBody>
          <fieldset disabled={!props.mayChange} className={props.className}>
            {props.children}
          </fieldset>
        </PanelBody>
        {props.mayChange ? (
          <PanelFooter>
            <Button type="submit" variant="primary" busy={props.busy}>
              {props.save ?? "Save"}
            </Button>
          </PanelFooter>
        ) : null}
      </Panel>
    </form>
  );
}
