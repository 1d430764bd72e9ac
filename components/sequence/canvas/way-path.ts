import { turnDrop } from "./layout.ts";

type Point = { x: number; y: number };

const radius = 10;

/** A way down from one card to another by way of a lane, with round corners. One that leads back up goes around. */
export function wayPath(from: Point, to: Point, lane: number): string {
  const turn = from.y + turnDrop;
  const land = Math.max(turn, to.y - turnDrop);
  const up = to.y < from.y;
  const aside = up ? Math.max(from.x, to.x) + 170 : lane;
  const points = [from, { x: from.x, y: turn }, { x: aside, y: turn }];
  const last = up ? to.y - turnDrop : land;
  return rounded([...points, { x: aside, y: last }, { x: to.x, y: last }, to]);
}

function rounded(points: Point[]): string {
  const distinct = points.filter((point, place) => place === 0 || distance(point, points[place - 1]) > 0.5);
  const corners = distinct.map((point, place) => {
    const [before, after] = [distinct[place - 1], distinct[place + 1]];
    if (!before) return `M ${point.x} ${point.y}`;
    if (!after) return `L ${point.x} ${point.y}`;
    const reach = Math.min(radius, distance(point, before) / 2, distance(point, after) / 2);
    const [enter, leave] = [toward(point, before, reach), toward(point, after, reach)];
    return `L ${enter.x} ${enter.y} Q ${point.x} ${point.y} ${leave.x} ${leave.y}`;
  });
  return corners.join(" ");
}

function distance(one: Point, other: Point | undefined): number {
  return other ? Math.hypot(one.x - other.x, one.y - other.y) : Number.POSITIVE_INFINITY;
}

function toward(from: Point, to: Point, reach: number): Point {
  const share = reach / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
