import { Column, Row } from "react-email";

/** Says above a message that it is only a test, so that nobody takes it for a real one. */
export function TestBanner({ note }: { note: string }) {
  return (
    <Row style={{ backgroundColor: "#1d1b18" }}>
      <Column
        align="center"
        style={{
          padding: "10px 16px",
          color: "#f6e9c8",
          fontFamily: "-apple-system,Segoe UI,Roboto,Arial,sans-serif",
          fontSize: "13px",
          lineHeight: "20px",
        }}
      >
        {note}
      </Column>
    </Row>
  );
}
