import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import type { RecoveryProps } from "../recovery-message.ts";
import { DesignedBlock } from "./designed-block.tsx";

/** A template that somebody made: its blocks, one below the other. */
export function DesignedMessage(props: RecoveryProps) {
  const { design } = props;
  if (!design) return null;
  const first = design.blocks.find(({ kind }) => kind === "heading")?.id ?? null;
  return (
    <RecoveryFrame props={props} kind={design.frame}>
      {(look) =>
        design.blocks.map((block) => <DesignedBlock key={block.id} {...{ look, props, design, block, first }} />)
      }
    </RecoveryFrame>
  );
}
