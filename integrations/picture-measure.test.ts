import fc from "fast-check";
import { expect, test } from "vitest";
import { pictureMeasure } from "./picture-measure.ts";

const from = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

test.each([
  ["png", "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAC0lEQVR4nGNgQAYAAA4AAVWJ8ZIAAAAASUVORK5CYII=", 3, 2],
  ["gif", "R0lGODlhBQAEAIAAAAAAAP///yH5BAEAAAAALAAAAAAFAAQAAAIEhI+pWAA7", 5, 4],
  ["webp", "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoHAAYAAgA0JaQAA3AA/vuUAAA=", 7, 6],
  ["jpeg", "/9j/4AAQSkZJRgABAQAAAQABAAD/wAARCAAIAAkDASIAAhEBAxEB/9k=", 9, 8],
])("reads the measures of a %s", (type, base64, width, height) => {
  expect(pictureMeasure(from(base64))).toEqual({ type, width, height });
});

test.each(["<svg/>", "<html>", "", "GIF89a", "RIFF0000WEBPVP8 "])(
  "takes %j for no picture that mails can show",
  (text) => {
    expect(pictureMeasure(new TextEncoder().encode(text))).toBeNull();
  },
);

test("never fails on bytes of any kind", () => {
  const heads = ["", "\x89PNG\r\n\x1a\n0000IHDR", "GIF89a", "RIFF0000WEBPVP8L", "\xff\xd8\xff"];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 60 }), (head, rest) => {
      pictureMeasure(new Uint8Array(Buffer.concat([Buffer.from(head, "latin1"), rest])));
    }),
    { numRuns: 2_000 },
  );
});
