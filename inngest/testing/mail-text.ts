/** A mail as a person's program sends it; headers by name, in the order given. */
export function mailText(headers: Record<string, string>, text = "Does it come in blue?"): Buffer {
  const usual = {
    From: "Ada Lovelace <ada@example.com>",
    To: "hello@nordhem.example",
    Subject: "Re: Your basket",
    "Message-ID": "<one@mail.example.com>",
    Date: "Tue, 3 Mar 2026 10:11:00 +0100",
    "Content-Type": "text/plain; charset=utf-8",
  };
  const lines = Object.entries({ ...usual, ...headers }).flatMap(([name, value]) =>
    value ? [`${name}: ${value}`] : [],
  );
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${text.replace(/\n/g, "\r\n")}\r\n`);
}
