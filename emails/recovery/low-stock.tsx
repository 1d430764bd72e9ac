import { Text } from "react-email";
import { Action } from "../parts/action.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { labelsOf } from "../parts/labels.ts";
import { textStyle } from "../parts/look.ts";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** What runs out comes first and says how many are left; when that was counted stands below. */
export function LowStock(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          <Title look={look}>{props.heading}</Title>
          <Paragraphs look={look} texts={props.paragraphs} />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <CartLines look={look} props={props} />
          <Action look={look} {...props.button} />
          <Text className="faint" style={{ ...textStyle(look, [13, 20], look.faint), paddingTop: "20px" }}>
            {labelsOf[props.language].stockNote}
          </Text>
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
