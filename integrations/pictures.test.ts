import sharp from "sharp";
import { expect, test } from "vitest";
import type { Picture } from "#domain/picture.ts";
import { drawPicture, svgOf } from "./pictures.ts";

const picture: Picture = {
  ...{ width: 200, height: 80, ground: "#ffffff" },
  marks: [
    { kind: "box", x: 10, y: 10, width: 40, height: 20, fill: "#2f5d50" },
    {
      kind: "line",
      points: [
        [0, 60],
        [200, 60],
      ],
      stroke: "#6f6b64",
      width: 1,
      dashed: true,
    },
    { kind: "text", x: 190, y: 30, text: "1,234.5K <&>", size: 12, fill: "#1d1b18", anchor: "end" },
  ],
};

test("a picture is a PNG twice as large as it is shown, on its own ground", async () => {
  const { data, info } = await sharp(await drawPicture(picture))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.format, info.width, info.height]).toEqual(["raw", 400, 160]);
  const at = (x: number, y: number) => [...data.subarray((y * 400 + x) * 3, (y * 400 + x) * 3 + 3)];
  expect(at(1, 1)).toEqual([255, 255, 255]);
  expect(at(40, 40)).toEqual([0x2f, 0x5d, 0x50]);
});

test("letters are shapes: no font of the machine is asked for, and no text is read as markup", () => {
  const svg = svgOf(picture);
  expect(svg).not.toMatch(/<text|font-family|1,234|&lt;|<&/);
  expect(svg.match(/<path /g)?.length).toBeGreaterThan(8);
});

test("what is no colour is refused instead of written into the picture", () => {
  const ground = '"/><image href="file:///etc/passwd"/><rect fill="';
  expect(() => svgOf({ ...picture, ground })).toThrow("not a colour");
});
